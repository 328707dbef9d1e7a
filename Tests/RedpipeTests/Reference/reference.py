"""Python redpipe's side of ReferenceTests: writes its values, reads ours.

Standard input is one JSON object: `socket`, a path, and `checks`, a list of objects with `name`,
`kind`, `type` and `value`. For each check it writes the value under the id `python` and reads what
stands under `swift`. Standard output is one JSON object: what it read, by name, or an error.
"""

import base64
import json
import sys

import redis
import redpipe

TYPES = {
    "text": redpipe.TextField,
    "ascii": redpipe.AsciiField,
    "bytes": redpipe.BinaryField,
    "int": redpipe.IntegerField,
    "float": redpipe.FloatField,
    "bool": redpipe.BooleanField,
    "list": redpipe.ListField,
    "map": redpipe.DictField,
    "strings": redpipe.StringListField,
}


def value_of(json_value):
    """Bytes travel as {"$bytes": base64}."""
    if isinstance(json_value, dict) and list(json_value) == ["$bytes"]:
        return base64.b64decode(json_value["$bytes"])
    return json_value


def json_of(value):
    if isinstance(value, bytes):
        return {"$bytes": base64.b64encode(value).decode()}
    if isinstance(value, set):
        return sorted(value)
    if isinstance(value, (list, tuple)):
        return [json_of(item) for item in value]
    if isinstance(value, dict):
        return {name: json_of(item) for name, item in value.items()}
    return value


def keyspace(base, check, **attributes):
    """A class of one check, as a program would declare it."""
    names = {"keyspace": check["name"], "connection": None, **attributes}
    if "type" in check:
        names["valueparse"] = TYPES[check["type"]]
    return type("Keyspace", (base,), names)


def struct(check, pipe):
    fields = {name: TYPES[type] for name, type in check["fields"].items()}
    cls = type("Record", (redpipe.Struct,), {"keyspace": check["name"], "fields": fields})
    value = {name: value_of(v) for name, v in check["value"].items()}
    cls({"_key": "python", **value}, pipe=pipe)
    ours = cls("swift", pipe=pipe)
    return lambda: {name: json_of(v) for name, v in ours.items() if name != "_key"}


def string(check, pipe):
    keys = keyspace(redpipe.String, check)(pipe=pipe)
    keys.set("python", value_of(check["value"]))
    ours = keys.get("swift")
    return lambda: json_of(ours.result)


def hashed_string(check, pipe):
    keys = keyspace(redpipe.HashedString, check, shard_count=check["shards"])(pipe=pipe)
    for id in check["value"]:
        keys.set("python" + id, value_of(check["value"][id]))
    ours = {id: keys.get("swift" + id) for id in check["value"]}
    return lambda: {id: json_of(future.result) for id, future in ours.items()}


def list_(check, pipe):
    keys = keyspace(redpipe.List, check)(pipe=pipe)
    keys.rpush("python", *[value_of(v) for v in check["value"]])
    ours = keys.lrange("swift", 0, -1)
    return lambda: json_of(ours.result)


def set_(check, pipe):
    keys = keyspace(redpipe.Set, check)(pipe=pipe)
    keys.sadd("python", [value_of(v) for v in check["value"]])
    ours = keys.smembers("swift")
    return lambda: json_of(ours.result)


def sorted_set(check, pipe):
    keys = keyspace(redpipe.SortedSet, check)(pipe=pipe)
    for member, score in check["value"]:
        keys.zadd("python", {value_of(member): score})
    ours = keys.zrange("swift", 0, -1, withscores=True)
    return lambda: json_of(ours.result)


def hash_(check, pipe):
    fields = {name: TYPES[type] for name, type in check["fields"].items()}
    keys = keyspace(redpipe.Hash, check, fields=fields)(pipe=pipe)
    for name, value in check["value"].items():
        keys.hset("python", name, value_of(value))
    ours = keys.hgetall("swift")
    return lambda: json_of(ours.result)


def hyperloglog(check, pipe):
    keys = keyspace(redpipe.HyperLogLog, check)(pipe=pipe)
    keys.pfadd("python", *[value_of(v) for v in check["value"]])
    ours = keys.pfcount("swift")
    return lambda: json_of(ours.result)


KINDS = {
    "struct": struct,
    "string": string,
    "hashed": hashed_string,
    "list": list_,
    "set": set_,
    "zset": sorted_set,
    "hash": hash_,
    "hll": hyperloglog,
}


def run(check):
    try:
        with redpipe.pipeline(autoexec=True) as pipe:
            found = KINDS[check["kind"]](check, pipe)
        return found()
    except Exception as error:
        return {"error": repr(error)}


def main():
    request = json.load(sys.stdin)
    redpipe.connect_redis(redis.Redis(unix_socket_path=request["socket"]))
    json.dump({check["name"]: run(check) for check in request["checks"]}, sys.stdout)


if __name__ == "__main__":
    main()
