/// The texts in the formats of redis-cli are those of redis-cli 7.0.15 for the same bytes.
let scalarReplies = [
    PrintedReply("+OK\r\n", human: "OK", raw: "OK", csv: #""OK""#, json: #""OK""#),
    PrintedReply(
        ":42\r\n",
        human: "(integer) 42",
        raw: "42",
        csv: "42",
        json: "42"
    ),
    PrintedReply(
        ":-9223372036854775808\r\n",
        human: "(integer) -9223372036854775808",
        raw: "-9223372036854775808",
        csv: "-9223372036854775808",
        json: "-9223372036854775808"
    ),
    PrintedReply("$-1\r\n", human: "(nil)", raw: "", csv: "NULL", json: "null"),
    PrintedReply("*-1\r\n", human: "(nil)", raw: "", csv: "NULL", json: "null"),
    PrintedReply("_\r\n", human: "(nil)", raw: "", csv: "NULL", json: "null"),
    PrintedReply("$0\r\n\r\n", human: #""""#, raw: "", csv: #""""#, json: #""""#),
    PrintedReply("#t\r\n", human: "(true)", raw: "(true)", csv: "true", json: "true"),
    PrintedReply("#f\r\n", human: "(false)", raw: "(false)", csv: "false", json: "false"),
    PrintedReply(
        ",1.50\r\n",
        human: "(double) 1.50",
        raw: "1.50",
        csv: "1.50",
        json: "1.50"
    ),
    PrintedReply(
        ",1e+20\r\n",
        human: "(double) 1e+20",
        raw: "1e+20",
        csv: "1e+20",
        json: "1e+20"
    ),
    PrintedReply(
        "$15\r\na\\\n\r\t\u{7}\u{8}\u{c}\u{1b}\u{7f}é€\r\n",
        human: #""a\\\n\r\t\a\b\x0c\x1b\x7f\xc3\xa9\xe2\x82\xac""#,
        raw: "a\\\n\r\t\u{7}\u{8}\u{c}\u{1b}\u{7f}é€",
        csv: #""a\\\n\r\t\a\b\x0c\x1b\x7f\xc3\xa9\xe2\x82\xac""#,
        json: "\"a\\\\\\n\\r\\t\\u0007\\b\\f\\u001b\u{7f}é€\""
    ),
    PrintedReply(
        "=9\r\ntxt:a\r\nb\n\r\n",
        human: "a\r\nb\n",
        raw: "a\r\nb\n",
        csv: #""a\r\nb\n""#,
        json: #""a\r\nb\n""#
    ),
]

let aggregateReplies = [
    PrintedReply("*0\r\n", human: "(empty array)", raw: "", csv: "", json: "[]"),
    PrintedReply("%0\r\n", human: "(empty hash)", raw: "", csv: "", json: "{}"),
    PrintedReply("~0\r\n", human: "(empty set)", raw: "", csv: "", json: "[]"),
    PrintedReply(">0\r\n", human: "(empty push)", raw: "", csv: "", json: "[]"),
    PrintedReply(
        "*3\r\n:1\r\n*2\r\n$1\r\na\r\n_\r\n*1\r\n*0\r\n",
        human: "1) (integer) 1\n2) 1) \"a\"\n   2) (nil)\n3) 1) (empty array)",
        raw: "1\na\n\n",
        csv: #"1,"a",NULL,"#,
        json: #"[1,["a",null],[[]]]"#
    ),
    PrintedReply(
        "*10\r\n" + String(repeating: "~1\r\n:1\r\n", count: 9) + "*2\r\n:1\r\n:2\r\n",
        human: (1...9).map { " \($0)) 1~ (integer) 1\n" }.joined()
            + "10) 1) (integer) 1\n    2) (integer) 2",
        raw: String(repeating: "1\n", count: 9) + "1\n2",
        csv: String(repeating: "1,", count: 9) + "1,2",
        json: "[" + String(repeating: "[1],", count: 9) + "[1,2]]"
    ),
    PrintedReply(
        "%2\r\n$1\r\na\r\n*2\r\n:1\r\n:2\r\n$1\r\nb\r\n%1\r\n+k\r\n*1\r\n+v\r\n",
        human: "1# \"a\" => \n   1) (integer) 1\n   2) (integer) 2\n2# \"b\" => 1# k => 1) v",
        raw: "a 1\n2\nb k v",
        csv: #""a",1,2,"b","k","v""#,
        json: #"{"a":[1,2],"b":{"k":["v"]}}"#
    ),
    PrintedReply(
        "%1\r\n+k\r\n%1\r\n+k\r\n*2\r\n:1\r\n:2\r\n",
        human: "1# k => \n   1# k => \n      1) (integer) 1\n      2) (integer) 2",
        raw: "k k 1\n2",
        csv: #""k","k",1,2"#,
        json: #"{"k":{"k":[1,2]}}"#
    ),
    PrintedReply(
        "%2\r\n+k\r\n=7\r\ntxt:a\nb\r\n+l\r\n*1\r\n=7\r\ntxt:a\nb\r\n",
        human: "1# k => a\nb\n2# l => 1) a\nb",
        raw: "k a\nb\nl a\nb",
        csv: #""k","a\nb","l","a\nb""#,
        json: #"{"k":"a\nb","l":["a\nb"]}"#
    ),
    PrintedReply(
        "*1\r\n%1\r\n+k\r\n~2\r\n:1\r\n%2\r\n+a\r\n:1\r\n+b\r\n:2\r\n",
        human: """
            1) 1# k => \n      1~ (integer) 1
                  2~ 1# a => (integer) 1
                     2# b => (integer) 2
            """,
        raw: "k 1\na 1\nb 2",
        csv: #""k",1,"a",1,"b",2"#,
        json: #"[{"k":[1,{"a":1,"b":2}]}]"#
    ),
    PrintedReply(
        "%5\r\n:1\r\n:2\r\n#t\r\n:3\r\n_\r\n:4\r\n,1.5\r\n:5\r\n,inf\r\n:6\r\n",
        human: """
            1# (integer) 1 => (integer) 2
            2# (true) => (integer) 3
            3# (nil) => (integer) 4
            4# (double) 1.5 => (integer) 5
            5# (double) inf => (integer) 6
            """,
        raw: "1 2\n(true) 3\n 4\n1.5 5\ninf 6",
        csv: "1,2,true,3,NULL,4,1.5,5,inf,6",
        json: #"{"1":2,"true":3,"null":4,"1.5":5,"inf":6}"#,
        ndjson: #"{"$map":[[1,2],[true,3],[null,4],[1.5,5],[{"$double":"inf"},6]]}"#
    ),
    PrintedReply(
        ">2\r\n+message\r\n$1\r\nx\r\n",
        human: "1) message\n2) \"x\"",
        raw: "message\nx",
        csv: #""message","x""#,
        json: #"["message","x"]"#
    ),
    PrintedReply(
        ">2\r\n$10\r\ninvalidate\r\n*2\r\n$1\r\na\r\n$1\r\nb\r\n",
        human: "-> invalidate: 'a', 'b'",
        raw: "invalidate\na\nb",
        csv: #""invalidate","a","b""#,
        json: #"["invalidate",["a","b"]]"#
    ),
]

/// Where redis-cli's text is not valid, or redis-cli fails.
let unusualReplies = [
    PrintedReply(
        "-ERR no \"such\" thing\r\n",
        human: #"(error) ERR no "such" thing"#,
        raw: "ERR no \"such\" thing\n",
        csv: #"ERROR,"ERR no ""such"" thing""#,
        json: #"{"error":{"code":"ERR","message":"no \"such\" thing"}}"#
    ),
    PrintedReply(
        "!3\r\nOOM\r\n",
        human: "(error) OOM",
        raw: "OOM\n",
        csv: #"ERROR,"OOM""#,
        json: #"{"error":{"code":"OOM","message":""}}"#
    ),
    PrintedReply(
        "*2\r\n-ERR x\r\n:1\r\n",
        human: "1) (error) ERR x\n2) (integer) 1",
        raw: "ERR x\n\n1",
        csv: #"ERROR,"ERR x",1"#,
        json: #"[{"error":{"code":"ERR","message":"x"}},1]"#
    ),
    PrintedReply(
        "$3\r\na\"b\r\n",
        human: #""a\"b""#,
        raw: "a\"b",
        csv: #""a""b""#,
        json: #""a\"b""#
    ),
    PrintedReply(
        ",inf\r\n",
        human: "(double) inf",
        raw: "inf",
        csv: "inf",
        json: #"{"$double":"inf"}"#
    ),
    PrintedReply(
        ",-inf\r\n",
        human: "(double) -inf",
        raw: "-inf",
        csv: "-inf",
        json: #"{"$double":"-inf"}"#
    ),
    PrintedReply(
        ",nan\r\n",
        human: "(double) nan",
        raw: "nan",
        csv: "nan",
        json: #"{"$double":"nan"}"#
    ),
    PrintedReply(",+3\r\n", human: "(double) +3", raw: "+3", csv: "+3", json: "3"),
    PrintedReply(",.5\r\n", human: "(double) .5", raw: ".5", csv: ".5", json: "0.5"),
    PrintedReply(",05\r\n", human: "(double) 05", raw: "05", csv: "05", json: "5"),
    PrintedReply(",5.e1\r\n", human: "(double) 5.e1", raw: "5.e1", csv: "5.e1", json: "50"),
    PrintedReply("(123\r\n", human: "(big number) 123", raw: "123", csv: "123", json: "123"),
    PrintedReply(
        "(9223372036854775808\r\n",
        human: "(big number) 9223372036854775808",
        raw: "9223372036854775808",
        csv: "9223372036854775808",
        json: #""9223372036854775808""#
    ),
    PrintedReply(
        [0x24, 0x32, 0x0d, 0x0a, 0x00, 0xff, 0x0d, 0x0a],
        human: #""\x00\xff""#,
        raw: "\0\u{fffd}",
        csv: #""\x00\xff""#,
        json: #"{"$bytes":"AP8="}"#
    ),
    PrintedReply(
        "%2\r\n+a\r\n:1\r\n$1\r\na\r\n:2\r\n",
        human: "1# a => (integer) 1\n2# \"a\" => (integer) 2",
        raw: "a 1\na 2",
        csv: #""a",1,"a",2"#,
        json: #"{"$map":[["a",1],["a",2]]}"#
    ),
    PrintedReply(
        "%2\r\n:1\r\n:1\r\n+1\r\n:2\r\n",
        human: "1# (integer) 1 => (integer) 1\n2# 1 => (integer) 2",
        raw: "1 1\n1 2",
        csv: #"1,1,"1",2"#,
        json: #"{"$map":[[1,1],["1",2]]}"#
    ),
    PrintedReply(
        "%1\r\n*2\r\n:1\r\n:2\r\n*0\r\n",
        human: "1# 1) (integer) 1\n   2) (integer) 2 => (empty array)",
        raw: "1\n2 ",
        csv: "1,2,",
        json: #"{"$map":[[[1,2],[]]]}"#
    ),
    PrintedReply(
        "%1\r\n-ERR x\r\n:1\r\n",
        human: "1# (error) ERR x => (integer) 1",
        raw: "ERR x\n 1",
        csv: #"ERROR,"ERR x",1"#,
        json: #"{"$map":[[{"error":{"code":"ERR","message":"x"}},1]]}"#
    ),
    PrintedReply(
        [0x25, 0x31, 0x0d, 0x0a, 0x2b, 0xff, 0x0d, 0x0a, 0x5f, 0x0d, 0x0a],
        human: "1# \u{fffd} => (nil)",
        raw: "\u{fffd} ",
        csv: #""\xff",NULL"#,
        json: #"{"$map":[[{"$bytes":"/w=="},null]]}"#
    ),
    PrintedReply(
        "|1\r\n+ttl\r\n:3\r\n$1\r\na\r\n",
        human: "1| ttl => (integer) 3\n\"a\"",
        raw: "a",
        csv: #""a""#,
        json: #""a""#,
        ndjson: #"{"$attributes":{"ttl":3},"$value":"a"}"#
    ),
    PrintedReply(
        "*2\r\n:1\r\n|2\r\n+a\r\n:3\r\n+b\r\n:4\r\n%1\r\n+k\r\n|0\r\n:5\r\n",
        human: """
            1) (integer) 1
            2) 1| a => (integer) 3
               2| b => (integer) 4
               1# k => (integer) 5
            """,
        raw: "1\nk 5",
        csv: #"1,"k",5"#,
        json: #"[1,{"k":5}]"#,
        ndjson:
            #"[1,{"$attributes":{"a":3,"b":4},"$value":{"k":{"$attributes":{},"$value":5}}}]"#
    ),
    PrintedReply(
        "*?\r\n$?\r\n;2\r\nab\r\n;1\r\nc\r\n;0\r\n:1\r\n.\r\n",
        human: "1) \"abc\"\n2) (integer) 1",
        raw: "abc\n1",
        csv: #""abc",1"#,
        json: #"["abc",1]"#
    ),
]
