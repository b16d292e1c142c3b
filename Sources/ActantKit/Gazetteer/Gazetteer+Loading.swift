import Foundation

extension Gazetteer {
  /// What the names of states lead to: positions in `states`.
  struct StateIndex {
    var codes: [String: Int] = [:]
    var names = NameIndex()
    var demonyms = NameIndex()
    var capitals = NameIndex()
    var seats = NameIndex()
    /// The states of capitals, and the capitals' names, by the id that a place of that name has.
    var capitalIDs: [String: Int] = [:]
    var capitalNames: [String: String] = [:]
  }

  /// What the names of places lead to: positions in `places`.
  struct PlaceIndex {
    var names = NameIndex()
    var demonyms = NameIndex()
    var ids: [String: Int] = [:]
  }

  static func states(in folder: URL) throws(GazetteerError) -> ([State], StateIndex) {
    var states: [State] = []
    var index = StateIndex()
    // A capital must not be another state's name or seat either.
    var all = NameIndex()
    var codes = NameIndex()
    for row in try GazetteerTable(named: "states.tsv", in: folder, fieldCount: 9).rows {
      let number = states.count
      let state = try state(of: row)
      for code in [state.code] + (state.alpha2.map { [$0] } ?? []) {
        try codes.add(code, record: number, row: row)
      }
      index.codes[state.code] = number
      func add(_ names: [String], to part: WritableKeyPath<StateIndex, NameIndex>) throws(GazetteerError) {
        for name in names {
          let key = NameKey(name)
          if part != \.demonyms { try all.add(key, of: name, record: number, row: row) }
          try index[keyPath: part].add(key, of: name, record: number, row: row)
        }
      }
      try add([state.name] + state.aliases, to: \.names)
      try add(state.adjectives + state.people.map(\.singular) + state.people.map(\.plural), to: \.demonyms)
      try add(state.capitals, to: \.capitals)
      try add(state.seats, to: \.seats)
      for capital in state.capitals {
        let id = id(ofPlace: capital)
        index.capitalIDs[id] = number
        index.capitalNames[id] = index.capitalNames[id] ?? capital
      }
      states.append(state)
    }
    return (states, index)
  }

  private static func state(of row: GazetteerTable.Row) throws(GazetteerError) -> State {
    guard let code = try row.code(1, letters: 3) else { throw row.invalid("the alpha-3 code is missing") }
    var people: [State.People] = []
    for pair in try row.list(6) {
      let forms = pair.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
      guard forms.count == 2, !forms.contains("") else {
        throw row.invalid("“\(pair)” is not singular/plural")
      }
      people.append(State.People(singular: forms[0], plural: forms[1]))
    }
    return State(
      alpha2: try row.code(0, letters: 2), code: code, status: try row.choice(2, of: State.Status.self),
      name: try row.text(3), aliases: try row.list(4), adjectives: try row.list(5), people: people,
      capitals: try row.list(7), seats: try row.list(8))
  }

  static func bodies(in folder: URL, states: StateIndex) throws(GazetteerError) -> ([Body], NameIndex) {
    let table = try GazetteerTable(named: "bodies.tsv", in: folder, fieldCount: 5)
    var bodies: [Body] = []
    var index = NameIndex()
    for row in table.rows {
      guard let sector = try row.sector(2) else { throw row.invalid("the sector is missing") }
      let body = Body(
        name: try row.text(0), aliases: try row.list(1), sector: sector,
        country: try row.country(3, of: states),
        partOf: try row.optional(4))
      for name in [body.name] + body.aliases { try index.add(name, record: bodies.count, row: row) }
      bodies.append(body)
    }
    let names = Set(bodies.map(\.name))
    for (row, body) in zip(table.rows, bodies) {
      if let whole = body.partOf, !names.contains(whole) || whole == body.name {
        throw .unknownReference(file: row.file, line: row.line, reference: whole)
      }
    }
    return (bodies, index)
  }

  static func people(in folder: URL, states: StateIndex) throws(GazetteerError) -> ([Person], NameIndex) {
    var people: [Person] = []
    var index = NameIndex()
    for row in try GazetteerTable(named: "people.tsv", in: folder, fieldCount: 4).rows {
      guard let sector = try row.sector(3) else { throw row.invalid("the sector is missing") }
      let person = Person(
        name: try row.text(0), aliases: try row.list(1), country: try row.country(2, of: states),
        sector: sector)
      for name in [person.name] + person.aliases { try index.add(name, record: people.count, row: row) }
      people.append(person)
    }
    return (people, index)
  }

  static func titles(in folder: URL) throws(GazetteerError) -> ([Title], NameIndex) {
    var titles: [Title] = []
    var index = NameIndex()
    for row in try GazetteerTable(named: "titles.tsv", in: folder, fieldCount: 5).rows {
      let title = Title(
        name: try row.text(0), variants: try row.list(1), sector: try row.sector(2),
        servesState: try row.flag(3),
        standsBeforeName: try row.flag(4))
      for name in [title.name] + title.variants {
        try index.add(NameKey(title: name), of: name, record: titles.count, row: row)
      }
      titles.append(title)
    }
    return (titles, index)
  }

  static func places(in folder: URL, states: StateIndex) throws(GazetteerError) -> ([Place], PlaceIndex) {
    var places: [Place] = []
    var index = PlaceIndex()
    for row in try GazetteerTable(named: "places.tsv", in: folder, fieldCount: 5).rows {
      let number = places.count
      let place = Place(
        name: try row.text(0), kind: try row.choice(1, of: Place.Kind.self),
        country: try row.country(2, of: states),
        aliases: try row.list(3), demonyms: try row.list(4))
      for name in [place.name] + place.aliases { try index.names.add(name, record: number, row: row) }
      for name in place.demonyms { try index.demonyms.add(name, record: number, row: row) }
      index.ids[id(ofPlace: place.name)] = number
      places.append(place)
    }
    return (places, index)
  }
}

extension GazetteerTable.Row {
  /// The alpha-3 code of a state that `states.tsv` has, or nothing.
  fileprivate func country(_ column: Int, of states: Gazetteer.StateIndex) throws(GazetteerError) -> String? {
    guard let code = try code(column, letters: 3) else { return nil }
    guard states.codes[code] != nil else { throw .unknownReference(file: file, line: line, reference: code) }
    return code
  }
}
