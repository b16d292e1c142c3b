// Suites come with the code they test.
