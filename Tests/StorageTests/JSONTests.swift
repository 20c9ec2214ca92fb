import Testing

@testable import Storage

@Suite struct JSONTests {
  @Test func layout() {
    let value: JSONValue = ["b": 1, "a": [1.0, true, .null, "x\n\"\\\u{1}é"], "e": [:], "f": []]
    #expect(value.text() == #"{"b":1,"a":[1.0,true,null,"x\n\"\\\u0001é"],"e":{},"f":[]}"#)
    #expect(
      value.text(.canonical) == #"{"a":[1.0,true,null,"x\n\"\\\u0001é"],"b":1,"e":{},"f":[]}"#)
    #expect(
      value.text(.indented) == """
        {
          "b": 1,
          "a": [
            1.0,
            true,
            null,
            "x\\n\\"\\\\\\u0001é"
          ],
          "e": {},
          "f": []
        }
        """)
    #expect(
      JSONValue.string("</script>&").text(JSONStyle(safeInPages: true))
        == #""\u003c/script\u003e\u0026""#)
  }

  @Test func numbersKeepTheirKindAndBits() throws {
    #expect(try JSONValue(parsing: "1") == .int(1))
    #expect(try JSONValue(parsing: "1.0") == .number(1))
    #expect(try JSONValue(parsing: "1e2") == .number(100))
    #expect(try JSONValue(parsing: "9223372036854775807") == .int(.max))
    #expect(try JSONValue(parsing: "9223372036854775808") == .number(0x1p63))
    #expect(try JSONValue(parsing: "-0").double?.sign == .minus)
    #expect(JSONValue.number(0.1).text() == "0.1")
    #expect(JSONValue.number(-.infinity).text() == #""-inf""#)
    #expect(try JSONValue(parsing: JSONValue.number(.nan).text()).double?.isNaN == true)
    #expect(try JSONValue(parsing: JSONValue.number(.infinity).text()).double == .infinity)
    #expect(JSONValue.int(1 << 60).double == 0x1p60)
    #expect(JSONValue.int(1 << 60 | 1).double == nil)
    let extremes = [
      Double.leastNonzeroMagnitude, .leastNormalMagnitude, .greatestFiniteMagnitude, 1e21, 1e-7,
    ]
    for number in extremes {
      #expect(try JSONValue(parsing: JSONValue.number(number).text()) == .number(number))
    }
  }

  @Test func randomValuesSurviveARoundTrip() throws {
    var random = SplitMix(state: 7)
    for _ in 0..<5000 {
      let value = random.value(depth: 0)
      for style in [JSONStyle.line, .indented, JSONStyle(safeInPages: true)] {
        #expect(try JSONValue(parsing: value.text(style)) == value)
      }
      let sorted = try JSONValue(parsing: value.text(.canonical))
      #expect(sorted.text(.canonical) == value.text(.canonical))
    }
  }

  @Test func randomNumbersSurviveARoundTrip() throws {
    var random = SplitMix(state: 11)
    for _ in 0..<20_000 {
      let number = Double(bitPattern: random.next())
      guard number.isFinite else { continue }
      let back = try JSONValue(parsing: JSONValue.number(number).text()).double
      #expect(back?.bitPattern == number.bitPattern)
    }
  }

  @Test(
    arguments: [
      ("", 0), (" ", 1), ("{", 1), ("[1,]", 3), ("[1 2]", 3), ("{\"a\"}", 4), ("{\"a\":1,}", 7),
      ("{a:1}", 1), ("01", 1), ("1.", 2), (".5", 0), ("+1", 0), ("1e", 2), ("-", 1), ("nul", 0),
      ("truer", 4), ("\"a", 2), ("\"\u{1}\"", 1), ("\"\\x\"", 2), ("\"\\u12g4\"", 3), ("1 2", 2),
      ("'a'", 0), ("NaN", 0), ("[1]]", 3), ("\u{FEFF}1", 0),
    ])
  func whatIsNoJSONIsRefusedAtItsPlace(text: String, offset: Int) {
    let fault = #expect(throws: JSONFault.self) { try JSONValue(parsing: text) }
    #expect(fault?.offset == offset, "\(text): \(fault?.message ?? "")")
  }

  @Test func textsAndEscapes() throws {
    #expect(try JSONValue(parsing: #""\ud83d\ude00\u00e9\/\b\f""#) == "😀é/\u{8}\u{C}")
    for text in [#""\ud83d""#, #""\ude00""#, #""\ud83dx""#, #""\ud83d\ud83d""#] {
      #expect(throws: JSONFault.self) { try JSONValue(parsing: text) }
    }
    let fault = #expect(throws: JSONFault.self) {
      try JSONValue(parsing: [0x22, 0xC3, 0x28, 0x22])
    }
    #expect(fault?.reason == .badText)
  }

  @Test func limits() throws {
    let deep = String(repeating: "[", count: 1_000_000)
    #expect(throws: JSONFault(reason: .tooDeep(limit: 128), offset: 128)) {
      try JSONValue(parsing: deep)
    }
    let allowed = String(repeating: "[", count: 128) + String(repeating: "]", count: 128)
    #expect(try JSONValue(parsing: allowed).text() == allowed)
    #expect(throws: JSONFault(reason: .repeatedName("a"), offset: 7)) {
      try JSONValue(parsing: #"{"a":1,"a":2}"#)
    }
    for count in [8, 9, 30] {
      let members = (0..<count).map { "\"\($0)\":0" }.joined(separator: ",")
      #expect(try JSONValue(parsing: "{\(members)}").members?.count == count)
      for number in [0, count - 1] {
        let fault = #expect(throws: JSONFault.self) {
          try JSONValue(parsing: "{\(members),\"\(number)\":0}")
        }
        #expect(fault?.reason == .repeatedName("\(number)"))
      }
    }
    #expect(throws: JSONFault(reason: .numberOutOfRange, offset: 1)) {
      try JSONValue(parsing: "[1e999]")
    }
  }

  @Test func membersAreSetInPlace() {
    var value: JSONValue = ["a": 1, "b": 2]
    value["a"] = "x"
    value["c"] = nil
    value["d"] = [true]
    #expect(value.text() == #"{"a":"x","b":2,"d":[true]}"#)
    value["b"] = .null
    #expect(value["b"] == .null)
    value["d"] = nil
    #expect(value["d"] == nil)
  }
}

/// Sebastiano Vigna's SplitMix64, for values that are the same in each run.
struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }

  mutating func text() -> String {
    var text = ""
    for _ in 0..<below(8) {
      let code = UInt32(below(5) == 0 ? below(0x110000) : below(0x80))
      if let scalar = Unicode.Scalar(code) { text.unicodeScalars.append(scalar) }
    }
    return text
  }

  mutating func value(depth: Int) -> JSONValue {
    switch below(depth < 5 ? 8 : 5) {
    case 0: return .null
    case 1: return .bool(below(2) == 0)
    case 2: return .int(Int(bitPattern: UInt(next())))
    case 3: return .number(Double(below(1_000_000)) / 1000)
    case 4: return .string(text())
    case 5, 6: return .array((0..<below(5)).map { _ in value(depth: depth + 1) })
    default:
      var names: Set<String> = []
      var members: [JSONValue.Member] = []
      for _ in 0..<below(6) {
        let name = text()
        if names.insert(name).inserted { members.append(.init(name, value(depth: depth + 1))) }
      }
      return .object(members)
    }
  }
}
