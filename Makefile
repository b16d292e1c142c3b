# `make help` lists what can be made.

PREFIX ?= /usr/local
SWIFT ?= swift
# What is needed on Debian beside the Swift toolchain: libraries, fonts for the pictures, and what the tests check with.
PACKAGES = libgraphviz-dev graphviz libopenblas-dev libxml2-dev pkg-config fonts-dejavu-core libxml2-utils \
	python3 python3-jsonschema
RELEASE = .build/release
ARTICLES = $(wildcard Graphs/*.txt)

.DEFAULT_GOAL := help
.PHONY: help setup build demo test lint format graphs benchmark model install uninstall clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: ## install what is missing through apt; asks for nothing
	@command -v $(SWIFT) > /dev/null || { echo "no Swift toolchain: see https://www.swift.org/install" >&2; exit 1; }
	@missing=$$(for package in $(PACKAGES); do \
	  dpkg-query -W -f '$${Status}' $$package 2> /dev/null | grep -q 'ok installed' || echo $$package; \
	done); \
	if [ -n "$$missing" ]; then \
	  if [ "$$(id -u)" -eq 0 ]; then run="env"; else run="sudo -n env"; fi; \
	  install="$$run DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends"; \
	  echo "installing" $$missing; \
	  $$install $$missing < /dev/null || { $$run apt-get update -q && $$install $$missing < /dev/null; }; \
	fi

build: ## build the release
	$(SWIFT) build -c release --product actant

demo: setup build ## read an article and draw it
	@mkdir -p build
	$(RELEASE)/actant build Graphs/kursk.txt -o build/kursk.svg -o build/kursk.json
	@echo "The picture is build/kursk.svg, the graph build/kursk.json."

test: setup ## build, run all tests, and check the style
	$(SWIFT) build --build-tests
	$(SWIFT) test --skip-build
	$(MAKE) lint

lint: ## check the style
	$(SWIFT) format lint --strict -r Sources Tests Package.swift

format: ## put the sources in style
	$(SWIFT) format -i -r Sources Tests Package.swift

graphs: build ## make the gallery again
	@for article in $(ARTICLES); do \
	  graph="$${article%.txt}"; \
	  echo "$$graph"; \
	  $(RELEASE)/actant build "$$article" -o "$$graph.json" -o "$$graph.dot" -o "$$graph.svg" || exit 1; \
	done

benchmark: build ## measure speed and memory
	Benchmarks/run

model: ## train the language model again; takes about an hour
	Training/build.sh

# The program looks for its data beside itself, so both go to lib/actant, and bin gets a link.
install: build ## install to PREFIX, /usr/local by default
	install -d $(DESTDIR)$(PREFIX)/lib/actant $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/man/man1
	install -d $(DESTDIR)$(PREFIX)/share/bash-completion/completions $(DESTDIR)$(PREFIX)/share/zsh/site-functions
	install -d $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d
	install $(RELEASE)/actant $(DESTDIR)$(PREFIX)/lib/actant/actant
	rm -rf $(DESTDIR)$(PREFIX)/lib/actant/actant_*.resources
	cp -R $(RELEASE)/actant_*.resources $(DESTDIR)$(PREFIX)/lib/actant/
	ln -sf ../lib/actant/actant $(DESTDIR)$(PREFIX)/bin/actant
	install -m 644 Documentation/actant.1 $(DESTDIR)$(PREFIX)/share/man/man1/actant.1
	$(RELEASE)/actant --generate-completion-script bash \
	  > $(DESTDIR)$(PREFIX)/share/bash-completion/completions/actant
	$(RELEASE)/actant --generate-completion-script zsh > $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_actant
	$(RELEASE)/actant --generate-completion-script fish \
	  > $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/actant.fish

uninstall: ## remove what was installed to PREFIX
	rm -rf $(DESTDIR)$(PREFIX)/lib/actant
	rm -f $(DESTDIR)$(PREFIX)/bin/actant $(DESTDIR)$(PREFIX)/share/man/man1/actant.1 \
	  $(DESTDIR)$(PREFIX)/share/bash-completion/completions/actant \
	  $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_actant \
	  $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/actant.fish

clean: ## remove what was built
	rm -rf .build build
