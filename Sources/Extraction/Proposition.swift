// The clauses of a document become propositions here.
