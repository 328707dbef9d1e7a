// Written by scripts/generate-commands; do not edit.
// swift-format-ignore-file

extension CommandTable {
    /// One line a command, sorted by name; ``RowReader`` describes its fields.
    static let lines: StaticString = #"""

        acl -2 7000000 m -- 6.0.0 - cat,deluser,dryrun,genpass,getuser,help,list,load,log,save,setuser,users,whoami - -
        acl|cat -2 60001a0 m -- 6.0.0 - - O(1) category:s?
        acl|deluser -3 60001a8 m na 6.0.0 - - O(1) username:s*
        acl|dryrun -4 60001a8 m -- 7.0.0 - - O(1) username:s,command:s,arg:s?*
        acl|genpass -2 60001a0 m -- 6.0.0 - - O(1) bits:i?
        acl|getuser 3 60001a8 m -- 6.0.0 - - O(N) username:s
        acl|help 2 6000180 m -- 6.0.0 - - O(1) -
        acl|list 2 60001a8 m -- 6.0.0 - - O(N) -
        acl|load 2 60001a8 m -- 6.0.0 - - O(N) -
        acl|log -2 60001a8 m -- 6.0.0 - - O(N) operation:o?(count:i,reset:t"RESET")
        acl|save 2 60001a8 m na 6.0.0 - - O(N) -
        acl|setuser -3 60001a8 m na 6.0.0 - - O(N) username:s,rule:s?*
        acl|users 2 60001a8 m -- 6.0.0 - - O(N) -
        acl|whoami 2 60001a0 m -- 6.0.0 - - O(1) -
        append 3 6001005 a -- 2.0.0 42:i1:r0,1,0 - O(1) key:k,value:s
        asking 1 6001000 p -- 3.0.0 - - O(1) -
        auth -2 60431a0 l -- 1.0.0 - - O(N) username:s?,password:s
        bgrewriteaof 1 6080028 m -- 1.0.0 - - O(1) -
        bgsave -1 6080028 m -- 1.0.0 - - O(1) operation:o?(schedule:t"SCHEDULE",cancel:t"CANCEL")
        bitcount -2 6000002 j -- 2.6.0 11:i1:r0,1,0 - O(N) key:k,range:b?(start:i,end-unit-block:b?(end:i,unit:o?(byte:t"BYTE",bit:t"BIT")))
        bitfield -2 6000005 j -- 3.2.0 432:i1:r0,1,0 - O(1) key:k,operation:o?*(get-block:b"GET"(encoding:s,offset:i),write:b(overflow-block:o?"OVERFLOW"(wrap:t"WRAP",sat:t"SAT",fail:t"FAIL"),write-operation:o(set-block:b"SET"(encoding:s,offset:i,value:i),incrby-block:b"INCRBY"(encoding:s,offset:i,increment:i))))
        bitfield_ro -2 6001002 j -- 6.0.0 11:i1:r0,1,0 - O(1) key:k,get-block:b?*+"GET"(encoding:s,offset:i)
        bitop -4 6000005 j -- 2.6.0 24:i2:r0,1,0;11:i3:r-1,1,0 - O(N) operation:o(and:t"AND",or:t"OR",xor:t"XOR",not:t"NOT",diff:t"DIFF",diff1:t"DIFF1",andor:t"ANDOR",one:t"ONE"),destkey:k,key:k*
        bitpos -3 6000002 j -- 2.8.7 11:i1:r0,1,0 - O(N) key:k,bit:i,range:b?(start:i,end-unit-block:b?(end:i,unit:o?(byte:t"BYTE",bit:t"BIT")))
        blmove 6 6000045 b -- 6.2.0 92:i1:r0,1,0;42:i2:r0,1,0 - O(1) source:k,destination:k,wherefrom:o(left:t"LEFT",right:t"RIGHT"),whereto:o(left:t"LEFT",right:t"RIGHT"),timeout:d
        blmpop -5 6020041 b -- 7.0.0 92:i2:n0,1,1 - O(N+M) timeout:d,numkeys:i,key:k*,where:o(left:t"LEFT",right:t"RIGHT"),count:i?"COUNT"
        blpop -3 6000041 b -- 2.0.0 92:i1:r-2,1,0 - O(N) key:k*,timeout:d
        brpop -3 6000041 b -- 2.0.0 92:i1:r-2,1,0 - O(N) key:k*,timeout:d
        brpoplpush 4 6000045 b -- 2.2.0 92:i1:r0,1,0;42:i2:r0,1,0 - O(1) source:k,destination:k,timeout:d
        bzmpop -5 6020041 d -- 7.0.0 92:i2:n0,1,1 - O(K)+O(M*log(N)) timeout:d,numkeys:i,key:k*,where:o(min:t"MIN",max:t"MAX"),count:i?"COUNT"
        bzpopmax -3 6001041 d -- 5.0.0 92:i1:r-2,1,0 - O(log(N)) key:k*,timeout:d
        bzpopmin -3 6001041 d -- 5.0.0 92:i1:r-2,1,0 - O(log(N)) key:k*,timeout:d
        client -2 7000000 l -- 2.4.0 - caching,capa,getname,getredir,help,id,import-source,info,kill,list,no-evict,no-touch,pause,reply,setinfo,setname,tracking,trackinginfo,unblock,unpause - -
        client|caching 3 60401a0 l -- 6.0.0 - - O(1) mode:o(yes:t"YES",no:t"NO")
        client|capa -3 40401a0 l -- 8.0.0 - - O(1) capability:s*
        client|getname 2 60401a0 l -- 2.6.9 - - O(1) -
        client|getredir 2 60401a0 l -- 6.0.0 - - O(1) -
        client|help 2 6000180 l -- 5.0.0 - - O(1) -
        client|id 2 60401a0 l -- 5.0.0 - - O(1) -
        client|import-source 3 40001a0 l -- 8.1.0 - - O(1) enabled:o(on:t"ON",off:t"OFF")
        client|info 2 61001a0 l -- 6.2.0 - - O(1) -
        client|kill -3 60001a8 l -- 2.4.0 - - O(N) filter:o(old-format:s,new-format:o*(client-id:i?*"ID",client-type:o?"TYPE"(normal:t"NORMAL",master:t"MASTER",primary:t"PRIMARY",slave:t"SLAVE",replica:t"REPLICA",pubsub:t"PUBSUB"),username:s?"USER",addr:s?"ADDR",laddr:s?"LADDR",skipme:o?"SKIPME"(yes:t"YES",no:t"NO"),maxage:i?"MAXAGE",name:s?"NAME",idle:i?"IDLE",flags:s?"FLAGS",lib-name:s?"LIB-NAME",lib-ver:s?"LIB-VER",db:i?"DB",capa:s?"CAPA",ip:s?"IP",not-client-type:o?"NOT-TYPE"(normal:t"NORMAL",master:t"MASTER",primary:t"PRIMARY",slave:t"SLAVE",replica:t"REPLICA",pubsub:t"PUBSUB"),not-client-id:i?*"NOT-ID",not-username:s?"NOT-USER",not-addr:s?"NOT-ADDR",not-laddr:s?"NOT-LADDR",not-name:s?"NOT-NAME",not-flags:s?"NOT-FLAGS",not-lib-name:s?"NOT-LIB-NAME",not-lib-ver:s?"NOT-LIB-VER",not-db:i?"NOT-DB",not-capa:s?"NOT-CAPA",not-ip:s?"NOT-IP"))
        client|list -2 61001a8 l -- 2.4.0 - - O(N) client-type:o?"TYPE"(normal:t"NORMAL",master:t"MASTER",replica:t"REPLICA",pubsub:t"PUBSUB"),client-id:i?*"ID",username:s?"USER",addr:s?"ADDR",laddr:s?"LADDR",skipme:o?"SKIPME"(yes:t"YES",no:t"NO"),maxage:i?"MAXAGE",name:s?"NAME",idle:i?"IDLE",flags:s?"FLAGS",lib-name:s?"LIB-NAME",lib-ver:s?"LIB-VER",db:i?"DB",capa:s?"CAPA",ip:s?"IP",not-client-type:o?"NOT-TYPE"(normal:t"NORMAL",master:t"MASTER",replica:t"REPLICA",pubsub:t"PUBSUB"),not-client-id:i?*"NOT-ID",not-username:s?"NOT-USER",not-addr:s?"NOT-ADDR",not-laddr:s?"NOT-LADDR",not-name:s?"NOT-NAME",not-flags:s?"NOT-FLAGS",not-lib-name:s?"NOT-LIB-NAME",not-lib-ver:s?"NOT-LIB-VER",not-db:i?"NOT-DB",not-capa:s?"NOT-CAPA",not-ip:s?"NOT-IP"
        client|no-evict 3 60401a8 l -- 7.0.0 - - O(1) enabled:o(on:t"ON",off:t"OFF")
        client|no-touch 3 60401a0 l -- 7.2.0 - - O(1) enabled:o(on:t"ON",off:t"OFF")
        client|pause -3 60001a8 l -- 3.0.0 - - O(1) timeout:i,mode:o?(write:t"WRITE",all:t"ALL")
        client|reply 3 60501a0 l -- 3.2.0 - - O(1) action:o(on:t"ON",off:t"OFF",skip:t"SKIP")
        client|setinfo 4 60401a0 l na 7.2.0 - - O(1) attr:o(libname:s"LIB-NAME",libver:s"LIB-VER")
        client|setname 3 60401a0 l na 2.6.9 - - O(1) connection-name:s
        client|tracking -3 60001a0 l -- 6.0.0 - - O(1) status:o(on:t"ON",off:t"OFF"),client-id:i?"REDIRECT",prefix:s?*+"PREFIX",bcast:t?"BCAST",optin:t?"OPTIN",optout:t?"OPTOUT",noloop:t?"NOLOOP"
        client|trackinginfo 2 60001a0 l -- 6.2.0 - - O(1) -
        client|unblock -3 60001a8 l -- 5.0.0 - - O(log(N)) client-id:i,unblock-type:o?(timeout:t"TIMEOUT",error:t"ERROR")
        client|unpause 2 60001a8 l -- 6.2.0 - - O(N) -
        cluster -2 7000000 p -- 3.0.0 - addslots,addslotsrange,bumpepoch,cancelslotmigrations,count-failure-reports,countkeysinslot,delslots,delslotsrange,failover,flushslot,flushslots,forget,getkeysinslot,getslotmigrations,help,info,keyslot,links,meet,migrateslots,myid,myshardid,nodes,replicas,replicate,reset,saveconfig,set-config-epoch,setslot,shards,slaves,slot-stats,slots,syncslots - -
        clusterscan -2 4100002 p xx 9.1.0 100:i1:r0,1,0 - O(N) cursor:s,match-pattern:p?"MATCH",count:i?"COUNT",type:s?"TYPE",slot:i?"SLOT"
        cluster|addslots -3 6080108 p -- 3.0.0 - - O(N) slot:i*
        cluster|addslotsrange -4 6080108 p -- 7.0.0 - - O(N) range:b*(start-slot:i,end-slot:i)
        cluster|bumpepoch 2 6180108 p -- 3.0.0 - - O(1) -
        cluster|cancelslotmigrations 2 4080108 p -- 9.0.0 - - O(N) -
        cluster|count-failure-reports 3 6100108 p -- 3.0.0 - - O(N) node-id:s
        cluster|countkeysinslot 3 6000100 p -- 3.0.0 - - O(1) slot:i
        cluster|delslots -3 6080108 p -- 3.0.0 - - O(N) slot:i*
        cluster|delslotsrange -4 6080108 p -- 7.0.0 - - O(N) range:b*(start-slot:i,end-slot:i)
        cluster|failover -2 6080108 p -- 3.0.0 - - O(1) options:o?(force:t"FORCE",takeover:t"TAKEOVER")
        cluster|flushslot -3 4080009 p -- 9.0.0 - - O(N) slot:i,flush-type:o?(async:t"ASYNC",sync:t"SYNC")
        cluster|flushslots 2 6080108 p -- 3.0.0 - - O(1) -
        cluster|forget 3 6080108 p -- 3.0.0 - - O(1) node-id:s
        cluster|getkeysinslot 4 6100100 p -- 3.0.0 - - O(N) slot:i,count:i
        cluster|getslotmigrations 2 4080108 p -- 9.0.0 - - O(N) -
        cluster|help 2 6000180 p -- 5.0.0 - - O(1) -
        cluster|info 2 6100180 p -- 3.0.0 - - O(1) -
        cluster|keyslot 3 6000100 p -- 3.0.0 - - O(N) key:s
        cluster|links 2 6100100 p -- 7.0.0 - - O(N) -
        cluster|meet -4 6080108 p -- 3.0.0 - - O(1) ip:s,port:i,cluster-bus-port:i?
        cluster|migrateslots -4 4080108 p -- 9.0.0 - - O(N) migration-group:b*(slotsrange-token:t"SLOTSRANGE",range:b*(start-slot:i,end-slot:i),node-token:t"NODE",node-id:s)
        cluster|myid 2 6000180 p -- 3.0.0 - - O(1) -
        cluster|myshardid 2 6100180 p -- 7.2.0 - - O(1) -
        cluster|nodes 2 6100180 p -- 3.0.0 - - O(N) -
        cluster|replicas 3 6100108 p -- 5.0.0 - - O(N) node-id:s
        cluster|replicate -3 6080108 p -- 3.0.0 - - O(1) args:o(node-id:s,no-one:b(no:t"NO",one:t"ONE"))
        cluster|reset -2 6000128 p -- 3.0.0 - - O(N) reset-type:o?(hard:t"HARD",soft:t"SOFT")
        cluster|saveconfig 2 6080108 p -- 3.0.0 - - O(1) -
        cluster|set-config-epoch 3 6080108 p -- 3.0.0 - - O(1) config-epoch:i
        cluster|setslot -4 6080108 p -- 3.0.0 - - O(1) slot:i,subcommand:o(importing:s"IMPORTING",migrating:s"MIGRATING",node:s"NODE",stable:t"STABLE"),timeout:i?"TIMEOUT"
        cluster|shards 2 6100180 p -- 7.0.0 - - O(N) -
        cluster|slaves 3 6500108 p -- 3.0.0 - - O(N) node-id:s
        cluster|slot-stats -4 6100180 p s- 8.2.0 - - O(N) filter:o(slotsrange:b"SLOTSRANGE"(start-slot:i,end-slot:i),orderby:b"ORDERBY"(metric:s,limit:i?"LIMIT",order:o?(asc:t"ASC",desc:t"DESC")))
        cluster|slots 2 6100180 p -- 3.0.0 - - O(N) -
        cluster|syncslots -3 4880108 p -- 9.0.0 - - - -
        command -1 7200180 m -- 2.8.13 - count,docs,getkeys,getkeysandflags,help,info,list O(N) -
        commandlog -2 5000000 m -- 8.1.0 - get,help,len,reset - -
        commandlog|get 4 4100188 m n- 8.1.0 - - O(N) count:i,type:o(slow:t"SLOW",large-request:t"LARGE-REQUEST",large-reply:t"LARGE-REPLY")
        commandlog|help 2 4000180 m -- 8.1.0 - - O(1) -
        commandlog|len 3 4100188 m n+ 8.1.0 - - O(1) type:o(slow:t"SLOW",large-request:t"LARGE-REQUEST",large-reply:t"LARGE-REPLY")
        commandlog|reset 3 4000188 m na 8.1.0 - - O(N) type:o(slow:t"SLOW",large-request:t"LARGE-REQUEST",large-reply:t"LARGE-REPLY")
        command|count 2 6000180 m -- 2.8.13 - - O(1) -
        command|docs -2 6200180 m -- 7.0.0 - - O(N) command-name:s?*
        command|getkeys -3 6000180 m -- 2.8.13 - - O(N) command:s,arg:s?*
        command|getkeysandflags -3 6000180 m -- 7.0.0 - - O(N) command:s,arg:s?*
        command|help 2 6000180 m -- 5.0.0 - - O(1) -
        command|info -2 6200180 m -- 2.8.13 - - O(N) command-name:s?*
        command|list -2 6200180 m -- 7.0.0 - - O(N) filterby:o?"FILTERBY"(module-name:s"MODULE",category:s"ACLCAT",pattern:p"PATTERN")
        config -2 7000000 m -- 2.0.0 - get,help,resetstat,rewrite,set - -
        config|get -3 60001a8 m -- 2.0.0 - - O(N) parameter:s*
        config|help 2 6000180 m -- 5.0.0 - - O(1) -
        config|resetstat 2 60001a8 m na 2.0.0 - - O(1) -
        config|rewrite 2 60001a8 m na 2.8.0 - - O(1) -
        config|set -4 60001a8 m na 2.0.0 - - O(N) data:b*(parameter:s,value:s)
        copy -3 6000005 f -- 6.2.0 11:i1:r0,1,0;24:i2:r0,1,0 - O(N) source:k,destination:k,destination-db:i?"DB",replace:t?"REPLACE"
        dbsize 1 6001002 m s+ 1.0.0 - - O(1) -
        debug -2 68001a8 m -- 1.0.0 - - - -
        decr 2 6001005 a -- 1.0.0 32:i1:r0,1,0 - O(1) key:k
        decrby 3 6001005 a -- 1.0.0 32:i1:r0,1,0 - O(1) key:k,decrement:i
        del -2 6000001 f m+ 1.0.0 88:i1:r-1,1,0 - O(N) key:k*
        delifeq 3 4001001 a -- 9.0.0 88:i1:r0,1,0 - O(1) key:k,value:s
        discard 1 60411a0 k -- 2.0.0 - - O(N) -
        dump 2 6100002 f -- 2.6.0 11:i1:r0,1,0 - O(1) key:k
        echo 2 6001180 l -- 1.0.0 - - O(1) message:s
        eval -3 6028320 o -- 2.6.0 32:i2:n0,1,1 - - script:s,numkeys:i,key:k?*,arg:s?*
        eval_ro -3 6028322 o -- 7.0.0 11:i2:n0,1,1 - - script:s,numkeys:i,key:k?*,arg:s?*
        evalsha -3 6028320 o -- 2.6.0 32:i2:n0,1,1 - - sha1:s,numkeys:i,key:k?*,arg:s?*
        evalsha_ro -3 6028322 o -- 7.0.0 11:i2:n0,1,1 - - sha1:s,numkeys:i,key:k?*,arg:s?*
        exec 1 60005a0 k -- 1.2.0 - - - -
        exists -2 6001002 f m+ 1.0.0 1:i1:r-1,1,0 - O(N) key:k*
        expire -3 6001001 f -- 1.0.0 22:i1:r0,1,0 - O(1) key:k,seconds:i,condition:o?(nx:t"NX",xx:t"XX",gt:t"GT",lt:t"LT")
        expireat -3 6001001 f -- 1.2.0 22:i1:r0,1,0 - O(1) key:k,unix-time-seconds:u,condition:o?(nx:t"NX",xx:t"XX",gt:t"GT",lt:t"LT")
        expiretime 2 6001002 f -- 7.0.0 11:i1:r0,1,0 - O(1) key:k
        failover -1 6000128 m -- 6.2.0 - - O(1) target:b?"TO"(host:s,port:i,force:t?"FORCE"),abort:t?"ABORT",milliseconds:i?"TIMEOUT"
        fcall -3 6028320 o -- 7.0.0 32:i2:n0,1,1 - - function:s,numkeys:i,key:k?*,arg:s?*
        fcall_ro -3 6028322 o -- 7.0.0 11:i2:n0,1,1 - - function:s,numkeys:i,key:k?*,arg:s?*
        flushall -1 6000001 m sa 1.0.0 - - O(N) flush-type:o?(async:t"ASYNC",sync:t"SYNC")
        flushdb -1 6000001 m sa 1.0.0 - - O(N) flush-type:o?(async:t"ASYNC",sync:t"SYNC")
        function -2 7000000 o -- 7.0.0 - delete,dump,flush,help,kill,list,load,restore,stats - -
        function|delete 3 6000021 o sa 7.0.0 - - O(1) library-name:s
        function|dump 2 6000020 o -- 7.0.0 - - O(N) -
        function|flush -2 6000021 o sa 7.0.0 - - O(N) flush-type:o?(async:t"ASYNC",sync:t"SYNC")
        function|help 2 6000180 o -- 7.0.0 - - O(1) -
        function|kill 2 6040020 o s1 7.0.0 - - O(1) -
        function|list -2 6200020 o -- 7.0.0 - - O(N) library-name-pattern:s?"LIBRARYNAME",withcode:t?"WITHCODE"
        function|load -3 6000025 o sa 7.0.0 - - O(1) replace:t?"REPLACE",function-code:s
        function|restore -3 6000025 o sa 7.0.0 - - O(N) serialized-value:s,policy:o?(flush:t"FLUSH",append:t"APPEND",replace:t"REPLACE")
        function|stats 2 6140020 o sx 7.0.0 - - O(1) -
        geoadd -5 6000005 i -- 3.2.0 22:i1:r0,1,0 - O(log(N)) key:k,condition:o?(nx:t"NX",xx:t"XX"),change:t?"CH",data:b*(longitude:d,latitude:d,member:s)
        geodist -4 6000002 i -- 3.2.0 11:i1:r0,1,0 - O(1) key:k,member1:s,member2:s,unit:o?(m:t"M",km:t"KM",ft:t"FT",mi:t"MI")
        geohash -2 6000002 i -- 3.2.0 11:i1:r0,1,0 - O(1) key:k,member:s?*
        geopos -2 6000002 i -- 3.2.0 11:i1:r0,1,0 - O(1) key:k,member:s?*
        georadius -6 6020005 i -- 3.2.0 11:i1:r0,1,0;424:w6,STORE:r0,1,0;424:w6,STOREDIST:r0,1,0 - O(N+log(M)) key:k,longitude:d,latitude:d,radius:d,unit:o(m:t"M",km:t"KM",ft:t"FT",mi:t"MI"),withcoord:t?"WITHCOORD",withdist:t?"WITHDIST",withhash:t?"WITHHASH",count-block:b?(count:i"COUNT",any:t?"ANY"),order:o?(asc:t"ASC",desc:t"DESC"),store:o?(storekey:k"STORE",storedistkey:k"STOREDIST")
        georadius_ro -6 6000002 i -- 3.2.10 11:i1:r0,1,0 - O(N+log(M)) key:k,longitude:d,latitude:d,radius:d,unit:o(m:t"M",km:t"KM",ft:t"FT",mi:t"MI"),withcoord:t?"WITHCOORD",withdist:t?"WITHDIST",withhash:t?"WITHHASH",count-block:b?(count:i"COUNT",any:t?"ANY"),order:o?(asc:t"ASC",desc:t"DESC")
        georadiusbymember -5 6020005 i -- 3.2.0 11:i1:r0,1,0;424:w5,STORE:r0,1,0;424:w5,STOREDIST:r0,1,0 - O(N+log(M)) key:k,member:s,radius:d,unit:o(m:t"M",km:t"KM",ft:t"FT",mi:t"MI"),withcoord:t?"WITHCOORD",withdist:t?"WITHDIST",withhash:t?"WITHHASH",count-block:b?(count:i"COUNT",any:t?"ANY"),order:o?(asc:t"ASC",desc:t"DESC"),store:o?(storekey:k"STORE",storedistkey:k"STOREDIST")
        georadiusbymember_ro -5 6000002 i -- 3.2.10 11:i1:r0,1,0 - O(N+log(M)) key:k,member:s,radius:d,unit:o(m:t"M",km:t"KM",ft:t"FT",mi:t"MI"),withcoord:t?"WITHCOORD",withdist:t?"WITHDIST",withhash:t?"WITHHASH",count-block:b?(count:i"COUNT",any:t?"ANY"),order:o?(asc:t"ASC",desc:t"DESC")
        geosearch -7 6000002 i -- 6.2.0 11:i1:r0,1,0 - O(N+log(M)) key:k,from:o?(member:s"FROMMEMBER",fromlonlat:b"FROMLONLAT"(longitude:d,latitude:d)),by:o(circle:b(radius:d"BYRADIUS",unit:o(m:t"M",km:t"KM",ft:t"FT",mi:t"MI")),box:b(width:d"BYBOX",height:d,unit:o(m:t"M",km:t"KM",ft:t"FT",mi:t"MI")),polygon:b(num-vertices:i"BYPOLYGON",vertices:b*(longitude:d,latitude:d))),order:o?(asc:t"ASC",desc:t"DESC"),count-block:b?(count:i"COUNT",any:t?"ANY"),withcoord:t?"WITHCOORD",withdist:t?"WITHDIST",withhash:t?"WITHHASH"
        geosearchstore -8 6000005 i -- 6.2.0 24:i1:r0,1,0;11:i2:r0,1,0 - O(N+log(M)) destination:k,source:k,from:o?(member:s"FROMMEMBER",fromlonlat:b"FROMLONLAT"(longitude:d,latitude:d)),by:o(circle:b(radius:d"BYRADIUS",unit:o(m:t"M",km:t"KM",ft:t"FT",mi:t"MI")),box:b(width:d"BYBOX",height:d,unit:o(m:t"M",km:t"KM",ft:t"FT",mi:t"MI")),polygon:b(num-vertices:i"BYPOLYGON",vertices:b*(longitude:d,latitude:d))),order:o?(asc:t"ASC",desc:t"DESC"),count-block:b?(count:i"COUNT",any:t?"ANY"),storedist:t?"STOREDIST"
        get 2 6001002 a -- 1.0.0 11:i1:r0,1,0 - O(1) key:k
        getbit 3 6001002 j -- 2.2.0 11:i1:r0,1,0 - O(1) key:k,offset:i
        getdel 2 6001001 a -- 6.2.0 92:i1:r0,1,0 - O(1) key:k
        getex -2 6001001 a -- 6.2.0 32:i1:r0,1,0 - O(1) key:k,expiration:o?(seconds:i"EX",milliseconds:i"PX",unix-time-seconds:u"EXAT",unix-time-milliseconds:u"PXAT",persist:t"PERSIST")
        getrange 4 6000002 a -- 2.4.0 11:i1:r0,1,0 - O(N) key:k,start:i,end:i
        getset 3 6001005 a -- 1.0.0 32:i1:r0,1,0 - O(1) key:k,value:s
        hdel -3 6001001 e -- 2.0.0 82:i1:r0,1,0 - O(N) key:k,field:s*
        hello -1 60431a0 l -- 6.0.0 - - O(1) arguments:b?(protover:i,auth:b?"AUTH"(username:s,password:s),clientname:s?"SETNAME")
        hexists 3 6001002 e -- 2.0.0 1:i1:r0,1,0 - O(1) key:k,field:s
        hexpire -6 6001001 e -- 7.4.0 22:i1:r0,1,0 - O(N) key:k,seconds:i,condition:o?(nx:t"NX",xx:t"XX",gt:t"GT",lt:t"LT"),fields:b"FIELDS"(numfields:i,field:s*)
        hexpireat -6 6001001 e -- 7.4.0 22:i1:r0,1,0 - O(N) key:k,unix-time-seconds:u,condition:o?(nx:t"NX",xx:t"XX",gt:t"GT",lt:t"LT"),fields:b"FIELDS"(numfields:i,field:s*)
        hexpiretime -5 6001002 e -- 7.4.0 11:i1:r0,1,0 - O(N) key:k,fields:b"FIELDS"(numfields:i,field:s*)
        hget 3 6001002 e -- 2.0.0 11:i1:r0,1,0 - O(1) key:k,field:s
        hgetall 2 6200002 e -- 2.0.0 11:i1:r0,1,0 - O(N) key:k
        hgetdel -5 6001001 e -- 8.0.0 92:i1:r0,1,0 - O(N) key:k,fields:b"FIELDS"(numfields:i,field:s*)
        hgetex -5 6001001 e -- 8.0.0 32:i1:r0,1,0 - O(N) key:k,expiration:o?(seconds:i"EX",milliseconds:i"PX",unix-time-seconds:u"EXAT",unix-time-milliseconds:u"PXAT",persist:t"PERSIST"),fields:b"FIELDS"(numfields:i,field:s*)
        hincrby 4 6001005 e -- 2.0.0 32:i1:r0,1,0 - O(1) key:k,field:s,increment:i
        hincrbyfloat 4 6001005 e -- 2.6.0 32:i1:r0,1,0 - O(1) key:k,field:s,increment:d
        hkeys 2 6200002 e -- 2.0.0 11:i1:r0,1,0 - O(N) key:k
        hlen 2 6001002 e -- 2.0.0 1:i1:r0,1,0 - O(1) key:k
        hmget -3 6001002 e -- 2.0.0 11:i1:r0,1,0 - O(N) key:k,field:s*
        hmset -4 6001005 e -- 2.0.0 22:i1:r0,1,0 - O(N) key:k,data:b*(field:s,value:s)
        hpersist -5 6001001 e -- 7.4.0 22:i1:r0,1,0 - O(N) key:k,fields:b"FIELDS"(numfields:i,field:s*)
        hpexpire -6 6001001 e -- 7.4.0 22:i1:r0,1,0 - O(N) key:k,milliseconds:i,condition:o?(nx:t"NX",xx:t"XX",gt:t"GT",lt:t"LT"),fields:b"FIELDS"(numfields:i,field:s*)
        hpexpireat -6 6001001 e -- 7.4.0 22:i1:r0,1,0 - O(N) key:k,unix-time-milliseconds:u,condition:o?(nx:t"NX",xx:t"XX",gt:t"GT",lt:t"LT"),fields:b"FIELDS"(numfields:i,field:s*)
        hpexpiretime -5 6001002 e -- 7.4.0 11:i1:r0,1,0 - O(N) key:k,fields:b"FIELDS"(numfields:i,field:s*)
        hpttl -5 6101002 e -- 7.4.0 11:i1:r0,1,0 - O(N) key:k,fields:b"FIELDS"(numfields:i,field:s*)
        hrandfield -2 6100002 e -- 6.2.0 11:i1:r0,1,0 - O(N) key:k,options:b?(count:i,withvalues:t?"WITHVALUES")
        hscan -3 6100002 e -- 2.8.0 11:i1:r0,1,0 - O(1) key:k,cursor:i,pattern:p?"MATCH",count:i?"COUNT",novalues:t?"NOVALUES"
        hset -4 6001005 e -- 2.0.0 22:i1:r0,1,0 - O(1) key:k,data:b*(field:s,value:s)
        hsetex -6 6001005 e -- 8.0.0 62:i1:r0,1,0 - O(N) key:k,key-condition:o?(nx:t"NX",xx:t"XX"),fields-condition:o?(fnx:t"FNX",fxx:t"FXX"),expiration:o?(seconds:i"EX",milliseconds:i"PX",unix-time-seconds:u"EXAT",unix-time-milliseconds:u"PXAT",keepttl:t"KEEPTTL"),fields:b"FIELDS"(numfields:i,data:b*(field:s,value:s))
        hsetnx 4 6001005 e -- 2.0.0 42:i1:r0,1,0 - O(1) key:k,field:s,value:s
        hstrlen 3 6001002 e -- 3.2.0 1:i1:r0,1,0 - O(1) key:k,field:s
        httl -5 6101002 e -- 7.4.0 11:i1:r0,1,0 - O(N) key:k,fields:b"FIELDS"(numfields:i,field:s*)
        hvals 2 6200002 e -- 2.0.0 11:i1:r0,1,0 - O(N) key:k
        incr 2 6001005 a -- 1.0.0 32:i1:r0,1,0 - O(1) key:k
        incrby 3 6001005 a -- 1.0.0 32:i1:r0,1,0 - O(1) key:k,increment:i
        incrbyfloat 3 6001005 a -- 2.6.0 32:i1:r0,1,0 - O(1) key:k,increment:d
        info -1 6100180 m sx 1.0.0 - - O(1) section:s?*
        keys 2 6200002 f s- 1.0.0 - - O(N) pattern:p
        lastsave 1 6101180 m -- 1.0.0 - - O(1) -
        latency -2 7000000 m -- 2.8.13 - doctor,graph,help,histogram,history,latest,reset - -
        latency|doctor 2 61001a8 m nx 2.8.13 - - O(1) -
        latency|graph 3 61001a8 m nx 2.8.13 - - O(1) event:s
        latency|help 2 6000180 m -- 2.8.13 - - O(1) -
        latency|histogram -2 61001a8 m nx 7.0.0 - - O(N) command:s?*
        latency|history 3 61001a8 m nx 2.8.13 - - O(1) event:s
        latency|latest 2 61001a8 m nx 2.8.13 - - O(1) -
        latency|reset -2 60001a8 m n+ 2.8.13 - - O(1) event:s?*
        lcs -3 6000002 a -- 7.0.0 11:i1:r1,1,0 - O(N*M) key1:k,key2:k,len:t?"LEN",idx:t?"IDX",min-match-len:i?"MINMATCHLEN",withmatchlen:t?"WITHMATCHLEN"
        lindex 3 6000002 b -- 1.0.0 11:i1:r0,1,0 - O(N) key:k,index:i
        linsert 5 6000005 b -- 2.2.0 42:i1:r0,1,0 - O(N) key:k,where:o(before:t"BEFORE",after:t"AFTER"),pivot:s,element:s
        llen 2 6001002 b -- 1.0.0 1:i1:r0,1,0 - O(1) key:k
        lmove 5 6000005 b -- 6.2.0 92:i1:r0,1,0;42:i2:r0,1,0 - O(1) source:k,destination:k,wherefrom:o(left:t"LEFT",right:t"RIGHT"),whereto:o(left:t"LEFT",right:t"RIGHT")
        lmpop -4 6020001 b -- 7.0.0 92:i1:n0,1,1 - O(N+M) numkeys:i,key:k*,where:o(left:t"LEFT",right:t"RIGHT"),count:i?"COUNT"
        lolwut -1 6001002 m -- 5.0.0 - - - version:i?"VERSION"
        lpop -2 6001001 b -- 1.0.0 92:i1:r0,1,0 - O(N) key:k,count:i?
        lpos -3 6000002 b -- 6.0.6 11:i1:r0,1,0 - O(N) key:k,element:s,rank:i?"RANK",num-matches:i?"COUNT",len:i?"MAXLEN"
        lpush -3 6001005 b -- 1.0.0 42:i1:r0,1,0 - O(1) key:k,element:s*
        lpushx -3 6001005 b -- 2.2.0 42:i1:r0,1,0 - O(1) key:k,element:s*
        lrange 4 6000002 b -- 1.0.0 11:i1:r0,1,0 - O(S+N) key:k,start:i,stop:i
        lrem 4 6000001 b -- 1.0.0 82:i1:r0,1,0 - O(N+M) key:k,count:i,element:s
        lset 4 6000005 b -- 1.0.0 22:i1:r0,1,0 - O(N) key:k,index:i,element:s
        ltrim 4 6000001 b -- 1.0.0 82:i1:r0,1,0 - O(N) key:k,start:i,stop:i
        memory -2 7000000 m -- 4.0.0 - doctor,help,malloc-stats,purge,stats,usage - -
        memory|doctor 2 6100000 m sx 4.0.0 - - O(1) -
        memory|help 2 6000180 m -- 4.0.0 - - O(1) -
        memory|malloc-stats 2 6100080 m sx 4.0.0 - - - -
        memory|purge 2 6000080 m sa 4.0.0 - - - -
        memory|stats 2 6100000 m sx 4.0.0 - - O(1) -
        memory|usage -3 6000002 m -- 4.0.0 1:i2:r0,1,0 - O(N) key:k,count:i?"SAMPLES"
        mget -2 6001002 a m- 1.0.0 11:i1:r-1,1,0 - O(N) key:k*
        migrate -6 6120001 f -- 2.6.0 92:i3:r0,1,0;292:w-2,KEYS:r-1,1,0 - O(N) host:s,port:i,key-selector:o(key:k,empty-string:t""),destination-db:i,timeout:i,copy:t?"COPY",replace:t?"REPLACE",authentication:o?(auth:s"AUTH",auth2:b"AUTH2"(username:s,password:s)),keys:k?*"KEYS"
        module -2 7000000 m -- 4.0.0 - help,list,load,loadex,unload - -
        module|help 2 6000180 m -- 5.0.0 - - O(1) -
        module|list 2 6200028 m -- 4.0.0 - - O(N) -
        module|load -3 6080028 m -- 4.0.0 - - O(1) path:s,arg:s?*
        module|loadex -3 6080028 m -- 7.0.0 - - O(1) path:s,configs:b?*+"CONFIG"(name:s,value:s),args:s?*"ARGS"
        module|unload 3 6080028 m -- 4.0.0 - - O(1) name:s
        monitor 1 60001a8 m -- 1.0.0 - - - -
        move 3 6001001 f -- 1.0.0 32:i1:r0,1,0 - O(1) key:k,db:i
        mset -3 6000005 a ma 1.0.1 24:i1:r-1,2,0 - O(N) data:b*(key:k,value:s)
        msetex -4 4020005 a ma 9.1.0 24:i1:n0,1,2 - O(N) numkeys:i,data:b*(key:k,value:s),condition:o?(nx:t"NX",xx:t"XX"),expiration:o?(seconds:i"EX",milliseconds:i"PX",unix-time-seconds:u"EXAT",unix-time-milliseconds:u"PXAT",keepttl:t"KEEPTTL")
        msetnx -3 6000005 a -- 1.0.1 44:i1:r-1,2,0 - O(N) data:b*(key:k,value:s)
        multi 1 60511a0 k -- 1.2.0 - - O(1) -
        object -2 7000000 f -- 2.2.3 - encoding,freq,help,idletime,refcount - -
        object|encoding 3 6100002 f -- 2.2.3 1:i2:r0,1,0 - O(1) key:k
        object|freq 3 6100002 f -- 4.0.0 1:i2:r0,1,0 - O(1) key:k
        object|help 2 6000180 f -- 6.2.0 - - O(1) -
        object|idletime 3 6100002 f -- 2.2.3 1:i2:r0,1,0 - O(1) key:k
        object|refcount 3 6100002 f -- 2.2.3 1:i2:r0,1,0 - O(1) key:k
        persist 2 6001001 f -- 2.2.0 22:i1:r0,1,0 - O(1) key:k
        pexpire -3 6001001 f -- 2.6.0 22:i1:r0,1,0 - O(1) key:k,milliseconds:i,condition:o?(nx:t"NX",xx:t"XX",gt:t"GT",lt:t"LT")
        pexpireat -3 6001001 f -- 2.6.0 22:i1:r0,1,0 - O(1) key:k,unix-time-milliseconds:u,condition:o?(nx:t"NX",xx:t"XX",gt:t"GT",lt:t"LT")
        pexpiretime 2 6001002 f -- 7.0.0 11:i1:r0,1,0 - O(1) key:k
        pfadd -2 6001005 g -- 2.8.9 42:i1:r0,1,0 - O(1) key:k,element:s?*
        pfcount -2 6000002 g -- 2.8.9 12:i1:r-1,1,0 - O(1) key:k*
        pfdebug 3 680000d g -- 2.8.9 12:i2:r0,1,0 - - subcommand:s,key:k
        pfmerge -2 6000005 g -- 2.8.9 52:i1:r0,1,0;11:i2:r-1,1,0 - O(N) destkey:k,sourcekey:k?*
        pfselftest 1 6800008 g -- 2.8.9 - - - -
        ping -1 6001000 l sa 1.0.0 - - O(1) message:s?
        psetex 4 6000005 a -- 2.6.0 24:i1:r0,1,0 - O(1) key:k,milliseconds:i,value:s
        psubscribe -2 60001b0 n -- 2.0.0 - - O(N) pattern:p*
        psync -3 6090028 m -- 2.8.0 - - - replicationid:s,offset:i
        pttl 2 6101002 f -- 2.6.0 11:i1:r0,1,0 - O(1) key:k
        publish 3 6001190 n -- 2.0.0 - - O(N+M) channel:s,message:s
        pubsub -2 7000000 n -- 2.8.0 - channels,help,numpat,numsub,shardchannels,shardnumsub - -
        pubsub|channels -2 6000190 n -- 2.8.0 - - O(N) pattern:p?
        pubsub|help 2 6000180 n -- 6.2.0 - - O(1) -
        pubsub|numpat 2 6000190 n -- 2.8.0 - - O(1) -
        pubsub|numsub -2 6000190 n -- 2.8.0 - - O(N) channel:s?*
        pubsub|shardchannels -2 6000190 n -- 7.0.0 - - O(N) pattern:p?
        pubsub|shardnumsub -2 6000190 n -- 7.0.0 - - O(N) shardchannel:s?*
        punsubscribe -1 60001b0 n -- 2.0.0 - - O(N) pattern:p?*
        quit -1 60431a0 l -- 1.0.0 - - O(1) -
        randomkey 1 6100002 f sx 1.0.0 - - O(1) -
        readonly 1 6001180 p -- 3.0.0 - - O(1) -
        readwrite 1 6001180 p -- 3.0.0 - - O(1) -
        rename 3 6000001 f -- 1.0.0 92:i1:r0,1,0;24:i2:r0,1,0 - O(1) key:k,newkey:k
        renamenx 3 6001001 f -- 1.0.0 92:i1:r0,1,0;44:i2:r0,1,0 - O(1) key:k,newkey:k
        replconf -1 68401a8 m -- 3.0.0 - - O(1) -
        replicaof 3 6080128 m -- 5.0.0 - - O(1) args:o(host-port:b(host:s,port:i),no-one:b(no:t"NO",one:t"ONE"))
        reset 1 60431a0 l -- 6.2.0 - - O(1) -
        restore -4 6000005 f -- 2.6.0 24:i1:r0,1,0 - O(1) key:k,ttl:i,serialized-value:s,replace:t?"REPLACE",absttl:t?"ABSTTL",seconds:i?"IDLETIME",frequency:i?"FREQ"
        restore-asking -4 6800805 m -- 3.0.0 24:i1:r0,1,0 - O(1) key:k,ttl:i,serialized-value:s,replace:t?"REPLACE",absttl:t?"ABSTTL",seconds:i?"IDLETIME",frequency:i?"FREQ"
        role 1 60011a0 m -- 2.8.12 - - O(1) -
        rpop -2 6001001 b -- 1.0.0 92:i1:r0,1,0 - O(N) key:k,count:i?
        rpoplpush 3 6000005 b -- 1.2.0 92:i1:r0,1,0;42:i2:r0,1,0 - O(1) source:k,destination:k
        rpush -3 6001005 b -- 1.0.0 42:i1:r0,1,0 - O(1) key:k,element:s*
        rpushx -3 6001005 b -- 2.2.0 42:i1:r0,1,0 - O(1) key:k,element:s*
        sadd -3 6001005 c -- 1.0.0 42:i1:r0,1,0 - O(1) key:k,member:s*
        save 1 6090028 m -- 1.0.0 - - O(N) -
        scan -2 6100002 f xx 2.8.0 - - O(1) cursor:i,pattern:p?"MATCH",count:i?"COUNT",type:s?"TYPE"
        scard 2 6001002 c -- 1.0.0 1:i1:r0,1,0 - O(1) key:k
        script -2 7000000 o -- 2.6.0 - debug,exists,flush,help,kill,load,show - -
        script|debug -3 6000020 o -- 3.2.0 - - O(1) mode:o(yes:t"YES",sync:t"SYNC",no:t"NO"),engine:s?
        script|exists -3 6000120 o s& 2.6.0 - - O(N) sha1:s*
        script|flush -2 6000120 o na 2.6.0 - - O(N) flush-type:o?(async:t"ASYNC",sync:t"SYNC")
        script|help 2 6000180 o -- 5.0.0 - - O(1) -
        script|kill 2 6040020 o s1 2.6.0 - - O(1) -
        script|load 3 6000120 o na 2.6.0 - - O(N) script:s
        script|show 3 4000120 o -- 8.0.0 - - O(1) sha1:s
        sdiff -2 6200002 c -- 1.0.0 11:i1:r-1,1,0 - O(N) key:k*
        sdiffstore -3 6000005 c -- 1.0.0 24:i1:r0,1,0;11:i2:r-1,1,0 - O(N) destination:k,key:k*
        select 2 6041180 l -- 1.0.0 - - O(1) index:i
        set -3 6000005 a -- 1.0.0 432:i1:r0,1,0 - O(1) key:k,value:s,condition:o?(nx:t"NX",xx:t"XX",comparison-value:s"IFEQ"),get:t?"GET",expiration:o?(seconds:i"EX",milliseconds:i"PX",unix-time-seconds:u"EXAT",unix-time-milliseconds:u"PXAT",keepttl:t"KEEPTTL")
        setbit 4 6000005 j -- 2.2.0 32:i1:r0,1,0 - O(1) key:k,offset:i,value:i
        setex 4 6000005 a -- 2.0.0 24:i1:r0,1,0 - O(1) key:k,seconds:i,value:s
        setnx 3 6001005 a -- 1.0.0 44:i1:r0,1,0 - O(1) key:k,value:s
        setrange 4 6000005 a -- 2.2.0 22:i1:r0,1,0 - O(1) key:k,offset:i,value:s
        shutdown -1 60501a8 m -- 1.0.0 - - O(N) abort-selector:o?(save-selector-block:b(save-selector:o?(nosave:t"NOSAVE",save:t"SAVE"),now:t?"NOW",force:t?"FORCE",safe:t?"SAFE",failover:t?"FAILOVER"),abort:t"ABORT")
        sinter -2 6200002 c -- 1.0.0 11:i1:r-1,1,0 - O(N*M) key:k*
        sintercard -3 6020002 c -- 7.0.0 11:i1:n0,1,1 - O(N*M) numkeys:i,key:k*,limit:i?"LIMIT"
        sinterstore -3 6000005 c -- 1.0.0 24:i1:r0,1,0;11:i2:r-1,1,0 - O(N*M) destination:k,key:k*
        sismember 3 6001002 c -- 1.0.0 1:i1:r0,1,0 - O(1) key:k,member:s
        slaveof 3 6480128 m -- 1.0.0 - - O(1) args:o(host-port:b(host:s,port:i),no-one:b(no:t"NO",one:t"ONE"))
        slowlog -2 7000000 m -- 2.2.12 - get,help,len,reset - -
        slowlog|get -2 6100188 m n- 2.2.12 - - O(N) count:i?
        slowlog|help 2 6000180 m -- 6.2.0 - - O(1) -
        slowlog|len 2 6100188 m n+ 2.2.12 - - O(1) -
        slowlog|reset 2 6000188 m na 2.2.12 - - O(N) -
        smembers 2 6200002 c -- 1.0.0 11:i1:r0,1,0 - O(N) key:k
        smismember -3 6001002 c -- 6.2.0 11:i1:r0,1,0 - O(N) key:k,member:s*
        smove 4 6001001 c -- 1.0.0 92:i1:r0,1,0;42:i2:r0,1,0 - O(1) source:k,destination:k,member:s
        sort -2 6020005 f -- 1.0.0 11:i1:r0,1,0;11:u:u;24:u:u - O(N+M*log(M)) key:k,by-pattern:p?"BY",limit:b?"LIMIT"(offset:i,count:i),get-pattern:p?*+"GET",order:o?(asc:t"ASC",desc:t"DESC"),sorting:t?"ALPHA",destination:k?"STORE"
        sort_ro -2 6020002 f -- 7.0.0 11:i1:r0,1,0;11:u:u - O(N+M*log(M)) key:k,by-pattern:p?"BY",limit:b?"LIMIT"(offset:i,count:i),get-pattern:p?*+"GET",order:o?(asc:t"ASC",desc:t"DESC"),sorting:t?"ALPHA"
        spop -2 6101001 c -- 1.0.0 92:i1:r0,1,0 - O(1) key:k,count:i?
        spublish 3 6001190 n -- 7.0.0 100:i1:r0,1,0 - O(N) shardchannel:s,message:s
        srandmember -2 6100002 c -- 1.0.0 11:i1:r0,1,0 - O(1) key:k,count:i?
        srem -3 6001001 c -- 1.0.0 82:i1:r0,1,0 - O(N) key:k,member:s*
        sscan -3 6100002 c -- 2.8.0 11:i1:r0,1,0 - O(1) key:k,cursor:i,pattern:p?"MATCH",count:i?"COUNT"
        ssubscribe -2 60001b0 n -- 7.0.0 100:i1:r-1,1,0 - O(N) shardchannel:s*
        strlen 2 6001002 a -- 2.2.0 1:i1:r0,1,0 - O(1) key:k
        subscribe -2 60001b0 n -- 2.0.0 - - O(N) channel:s*
        substr 4 6000002 a -- 1.0.0 11:i1:r0,1,0 - O(N) key:k,start:i,end:i
        sunion -2 6200002 c -- 1.0.0 11:i1:r-1,1,0 - O(N) key:k*
        sunionstore -3 6000005 c -- 1.0.0 24:i1:r0,1,0;11:i2:r-1,1,0 - O(N) destination:k,key:k*
        sunsubscribe -1 60001b0 n -- 7.0.0 100:i1:r-1,1,0 - O(N) shardchannel:s?*
        swapdb 3 6001001 m -- 4.0.0 - - O(N) index1:i,index2:i
        sync 1 6090028 m -- 1.0.0 - - - -
        time 1 6101180 m -- 2.6.0 - - O(1) -
        touch -2 6001002 f m+ 3.2.1 1:i1:r-1,1,0 - O(N) key:k*
        ttl 2 6101002 f -- 1.0.0 11:i1:r0,1,0 - O(1) key:k
        type 2 6001002 f -- 1.0.0 1:i1:r0,1,0 - O(1) key:k
        unlink -2 6001001 f m+ 4.0.0 88:i1:r-1,1,0 - O(1) key:k*
        unsubscribe -1 60001b0 n -- 2.0.0 - - O(N) channel:s?*
        unwatch 1 60411a0 k -- 2.2.0 - - O(1) -
        vadd -1 2000005 q -- 8.0.0 32:i1:r0,1,0 - - -
        vcard -1 2001002 q -- 8.0.0 32:i1:r0,1,0 - - -
        vdim -1 2001002 q -- 8.0.0 32:i1:r0,1,0 - - -
        vemb -1 2001002 q -- 8.0.0 32:i1:r0,1,0 - - -
        vgetattr -1 2001002 q -- 8.0.0 32:i1:r0,1,0 - - -
        vinfo -1 2001002 q -- 8.0.0 32:i1:r0,1,0 - - -
        vismember -1 2000002 q -- 8.0.0 32:i1:r0,1,0 - - -
        vlinks -1 2001002 q -- 8.0.0 32:i1:r0,1,0 - - -
        vrandmember -1 2000002 q -- 8.0.0 32:i1:r0,1,0 - - -
        vrem -1 2000001 q -- 8.0.0 32:i1:r0,1,0 - - -
        vsetattr -1 2001001 q -- 8.0.0 32:i1:r0,1,0 - - -
        vsim -1 2000002 q -- 8.0.0 32:i1:r0,1,0 - - -
        wait 3 6000040 f s< 3.0.0 - - O(1) numreplicas:i,timeout:i
        waitaof 4 6000040 f s< 7.2.0 - - O(1) numlocal:i,numreplicas:i,timeout:i
        watch -2 60511a0 k -- 2.2.0 1:i1:r-1,1,0 - O(1) key:k*
        xack -4 6001001 h -- 5.0.0 22:i1:r0,1,0 - O(1) key:k,group:s,id:s*
        xackdel -6 2001001 h -- 8.2.0 a2:i1:r0,1,0 - O(1) key:k,group:s,condition:o?(keepref:t"KEEPREF",delref:t"DELREF",acked:t"ACKED"),ids:b"IDS"(numids:i,id:s*)
        xadd -5 6101005 h -- 5.0.0 22:i1:r0,1,0 - O(1) key:k,nomkstream:t?"NOMKSTREAM",condition:o?(keepref:t"KEEPREF",delref:t"DELREF",acked:t"ACKED"),trim:b?(strategy:o(maxlen:t"MAXLEN",minid:t"MINID"),operator:o?(equal:t"=",approximately:t"~"),threshold:s,count:i?"LIMIT"),id-selector:o(auto-id:t"*",id:s),data:b*(field:s,value:s)
        xautoclaim -6 6101001 h -- 6.2.0 82:i1:r0,1,0 - O(1) key:k,group:s,consumer:s,min-idle-time:s,start:s,count:i?"COUNT",justid:t?"JUSTID"
        xclaim -6 6101001 h -- 5.0.0 22:i1:r0,1,0 - O(log(N)) key:k,group:s,consumer:s,min-idle-time:s,id:s*,ms:i?"IDLE",unix-time-milliseconds:u?"TIME",count:i?"RETRYCOUNT",force:t?"FORCE",justid:t?"JUSTID",lastid:s?"LASTID"
        xdel -3 6001001 h -- 5.0.0 82:i1:r0,1,0 - O(1) key:k,id:s*
        xdelex -5 2001001 h -- 8.2.0 82:i1:r0,1,0 - O(1) key:k,condition:o?(keepref:t"KEEPREF",delref:t"DELREF",acked:t"ACKED"),ids:b"IDS"(numids:i,id:s*)
        xgroup -2 7000000 h -- 5.0.0 - create,createconsumer,delconsumer,destroy,help,setid - -
        xgroup|create -5 6000005 h -- 5.0.0 42:i2:r0,1,0 - O(1) key:k,group:s,id-selector:o(id:s,new-id:t"$"),mkstream:t?"MKSTREAM",entriesread:i?"ENTRIESREAD"
        xgroup|createconsumer 5 6000005 h -- 6.2.0 42:i2:r0,1,0 - O(1) key:k,group:s,consumer:s
        xgroup|delconsumer 5 6000001 h -- 5.0.0 82:i2:r0,1,0 - O(1) key:k,group:s,consumer:s
        xgroup|destroy 4 6000001 h -- 5.0.0 82:i2:r0,1,0 - O(N) key:k,group:s
        xgroup|help 2 6000180 h -- 5.0.0 - - O(1) -
        xgroup|setid -5 6000001 h -- 5.0.0 22:i2:r0,1,0 - O(1) key:k,group:s,id-selector:o(id:s,new-id:t"$"),entriesread:i?"ENTRIESREAD"
        xinfo -2 7000000 h -- 5.0.0 - consumers,groups,help,stream - -
        xinfo|consumers 4 6100002 h -- 5.0.0 11:i2:r0,1,0 - O(1) key:k,group:s
        xinfo|groups 3 6000002 h -- 5.0.0 11:i2:r0,1,0 - O(1) key:k
        xinfo|help 2 6000180 h -- 5.0.0 - - O(1) -
        xinfo|stream -3 6000002 h -- 5.0.0 11:i2:r0,1,0 - O(1) key:k,full-block:b?(full:t"FULL",count:i?"COUNT")
        xlen 2 6001002 h -- 5.0.0 1:i1:r0,1,0 - O(1) key:k
        xpending -3 6100002 h -- 5.0.0 11:i1:r0,1,0 - O(N) key:k,group:s,filters:b?(min-idle-time:i?"IDLE",start:s,end:s,count:i,consumer:s?)
        xrange -4 6000002 h -- 5.0.0 11:i1:r0,1,0 - O(N) key:k,start:s,end:s,count:i?"COUNT"
        xread -4 6020042 h -- 5.0.0 11:w1,STREAMS:r-1,1,2 - - count:i?"COUNT",milliseconds:i?"BLOCK",streams:b"STREAMS"(key:k*,id:s*)
        xreadgroup -7 6020041 h -- 5.0.0 11:w4,STREAMS:r-1,1,2 - O(M) group-block:b"GROUP"(group:s,consumer:s),count:i?"COUNT",milliseconds:i?"BLOCK",noack:t?"NOACK",streams:b"STREAMS"(key:k*,id:s*)
        xrevrange -4 6000002 h -- 5.0.0 11:i1:r0,1,0 - O(N) key:k,end:s,start:s,count:i?"COUNT"
        xsetid -3 6001005 h -- 5.0.0 22:i1:r0,1,0 - O(1) key:k,last-id:s,entries-added:i?"ENTRIESADDED",max-deleted-id:s?"MAXDELETEDID"
        xtrim -4 6100001 h -- 5.0.0 82:i1:r0,1,0 - O(N) key:k,trim:b(strategy:o(maxlen:t"MAXLEN",minid:t"MINID"),operator:o?(equal:t"=",approximately:t"~"),threshold:s,count:i?"LIMIT",condition:o?(keepref:t"KEEPREF",delref:t"DELREF",acked:t"ACKED"))
        zadd -4 6001005 d -- 1.2.0 22:i1:r0,1,0 - O(log(N)) key:k,condition:o?(nx:t"NX",xx:t"XX"),comparison:o?(gt:t"GT",lt:t"LT"),change:t?"CH",increment:t?"INCR",data:b*(score:d,member:s)
        zcard 2 6001002 d -- 1.2.0 1:i1:r0,1,0 - O(1) key:k
        zcount 4 6001002 d -- 2.0.0 11:i1:r0,1,0 - O(log(N)) key:k,min:d,max:d
        zdiff -3 6020002 d -- 6.2.0 11:i1:n0,1,1 - O(L+(N-K)log(N)) numkeys:i,key:k*,withscores:t?"WITHSCORES"
        zdiffstore -4 6020005 d -- 6.2.0 24:i1:r0,1,0;11:i2:n0,1,1 - O(L+(N-K)log(N)) destination:k,numkeys:i,key:k*
        zincrby 4 6001005 d -- 1.2.0 32:i1:r0,1,0 - O(log(N)) key:k,increment:i,member:s
        zinter -3 6020002 d -- 6.2.0 11:i1:n0,1,1 - O(N*K)+O(M*log(M)) numkeys:i,key:k*,weight:i?*"WEIGHTS",aggregate:o?"AGGREGATE"(sum:t"SUM",min:t"MIN",max:t"MAX"),withscores:t?"WITHSCORES"
        zintercard -3 6020002 d -- 7.0.0 11:i1:n0,1,1 - O(N*K) numkeys:i,key:k*,limit:i?"LIMIT"
        zinterstore -4 6020005 d -- 2.0.0 24:i1:r0,1,0;11:i2:n0,1,1 - O(N*K)+O(M*log(M)) destination:k,numkeys:i,key:k*,weight:i?*"WEIGHTS",aggregate:o?"AGGREGATE"(sum:t"SUM",min:t"MIN",max:t"MAX")
        zlexcount 4 6001002 d -- 2.8.9 11:i1:r0,1,0 - O(log(N)) key:k,min:s,max:s
        zmpop -4 6020001 d -- 7.0.0 92:i1:n0,1,1 - O(K)+O(M*log(N)) numkeys:i,key:k*,where:o(min:t"MIN",max:t"MAX"),count:i?"COUNT"
        zmscore -3 6001002 d -- 6.2.0 11:i1:r0,1,0 - O(N) key:k,member:s*
        zpopmax -2 6001001 d -- 5.0.0 92:i1:r0,1,0 - O(log(N)*M) key:k,count:i?
        zpopmin -2 6001001 d -- 5.0.0 92:i1:r0,1,0 - O(log(N)*M) key:k,count:i?
        zrandmember -2 6100002 d -- 6.2.0 11:i1:r0,1,0 - O(N) key:k,options:b?(count:i,withscores:t?"WITHSCORES")
        zrange -4 6000002 d -- 1.2.0 11:i1:r0,1,0 - O(log(N)+M) key:k,start:s,stop:s,sortby:o?(byscore:t"BYSCORE",bylex:t"BYLEX"),rev:t?"REV",limit:b?"LIMIT"(offset:i,count:i),withscores:t?"WITHSCORES"
        zrangebylex -4 6000002 d -- 2.8.9 11:i1:r0,1,0 - O(log(N)+M) key:k,min:s,max:s,limit:b?"LIMIT"(offset:i,count:i)
        zrangebyscore -4 6000002 d -- 1.0.5 11:i1:r0,1,0 - O(log(N)+M) key:k,min:d,max:d,withscores:t?"WITHSCORES",limit:b?"LIMIT"(offset:i,count:i)
        zrangestore -5 6000005 d -- 6.2.0 24:i1:r0,1,0;11:i2:r0,1,0 - O(log(N)+M) dst:k,src:k,min:s,max:s,sortby:o?(byscore:t"BYSCORE",bylex:t"BYLEX"),rev:t?"REV",limit:b?"LIMIT"(offset:i,count:i)
        zrank -3 6001002 d -- 2.0.0 11:i1:r0,1,0 - O(log(N)) key:k,member:s,withscore:t?"WITHSCORE"
        zrem -3 6001001 d -- 1.2.0 82:i1:r0,1,0 - O(M*log(N)) key:k,member:s*
        zremrangebylex 4 6000001 d -- 2.8.9 82:i1:r0,1,0 - O(log(N)+M) key:k,min:s,max:s
        zremrangebyrank 4 6000001 d -- 2.0.0 82:i1:r0,1,0 - O(log(N)+M) key:k,start:i,stop:i
        zremrangebyscore 4 6000001 d -- 1.2.0 82:i1:r0,1,0 - O(log(N)+M) key:k,min:d,max:d
        zrevrange -4 6000002 d -- 1.2.0 11:i1:r0,1,0 - O(log(N)+M) key:k,start:i,stop:i,withscores:t?"WITHSCORES"
        zrevrangebylex -4 6000002 d -- 2.8.9 11:i1:r0,1,0 - O(log(N)+M) key:k,max:s,min:s,limit:b?"LIMIT"(offset:i,count:i)
        zrevrangebyscore -4 6000002 d -- 2.2.0 11:i1:r0,1,0 - O(log(N)+M) key:k,max:d,min:d,withscores:t?"WITHSCORES",limit:b?"LIMIT"(offset:i,count:i)
        zrevrank -3 6001002 d -- 2.0.0 11:i1:r0,1,0 - O(log(N)) key:k,member:s,withscore:t?"WITHSCORE"
        zscan -3 6100002 d -- 2.8.0 11:i1:r0,1,0 - O(1) key:k,cursor:i,pattern:p?"MATCH",count:i?"COUNT",noscores:t?"NOSCORES"
        zscore 3 6001002 d -- 1.2.0 11:i1:r0,1,0 - O(1) key:k,member:s
        zunion -3 6020002 d -- 6.2.0 11:i1:n0,1,1 - O(N)+O(M*log(M)) numkeys:i,key:k*,weight:i?*"WEIGHTS",aggregate:o?"AGGREGATE"(sum:t"SUM",min:t"MIN",max:t"MAX"),withscores:t?"WITHSCORES"
        zunionstore -4 6020005 d -- 2.0.0 24:i1:r0,1,0;11:i2:n0,1,1 - O(N)+O(M*log(M)) destination:k,numkeys:i,key:k*,weight:i?*"WEIGHTS",aggregate:o?"AGGREGATE"(sum:t"SUM",min:t"MIN",max:t"MAX")

        """#

    /// The hash table over the names: 1024 offsets into ``lines``, each three digits of six bits.
    static let slots: StaticString = """
        CJiAAAAAAH+qIbNAAADCCAAAAAAAAAAAAAAAAAAGumDDTGzUHN2IC4AAABvlAAAAAAAAAFFrAAAAAAHYmAAAFztAAA\
        FgBAAAAAAAAAAAABkXJBBAAAAAACSkD2TAAAIxiAAAAAAAjIFCaIqnAAAAAAFw8AAAB0nGYbCweGAbI7bF94BSvFhv\
        IBjAkKAAAAAAAAAAAAChOC2nAAAJE2AAACL2AAAAAACtRAAAAAAAAAAAAAAAAAACquEBPAAAAAAILNAAAAAAAAAAAA\
        CYGAAAAAAGBnAAAAAAAAAAAABhbC38HLBGNuH1hAAAAAAF5XAeXHRMI9rDKNALjEqXHdvAAAAAAIclG0DAAAAAAAAA\
        AAAAAAHVfC/sAAAFH1AAAAAAAAACfRFZKAAAAAAH7aG3cAAAAAAAAAAAAAAAEpQCmEClFFbKFnGHsxIgtAAAAAAAAA\
        AAABCEBYFERPC83GcPANMAAACUQAAAAAAH9BEDuAAAAAAAAAAAAAAAAAACurAAAAAACWbADbEujAAAAAAAAAAAAAAA\
        AAAAAAEZeAABBojIipAAAAAAEGEAAAAAAAAAAAAA0MAAAAAAGp3AGKB50FWKHAMAAAAAAAAAAAAAFVAAABbaAAAAAA\
        AAAAAAC5PAAAH5UAAACA9AAABmgCdbAAAAAAAAAAAAAAAAHcCpcEkLG2AHE4EvYAAAAAAAAAAZSAAAAAAAAAE10AAA\
        GkgDGDE9yHXxAAAABxExDHvEAAACkPAAAFKdB6mDAaAAAAAAAAABQAE76AAAAAAAAAFEjAAAAAAIH1AAAAAAFy4AAA\
        AAAFo/AAAHBRAAAAAAAAAGXEAAAAAAAAAAAAAy6HZUCN6AAAAAAAAAAAAAAAAAAAAAAAAAAAGSyAAAF79AAAEWdAAA\
        Ao1AAAF2YAOuAAAAAABarAAAFL4AAAFgnAAAAS6CaFGRVAAAFUkHIeAmuE4kC9lDMSHFtH3TAAAFjnCEQHc4AAAAAA\
        AAAECyAAAAAAAAACIyDpCCh1HJ3AAAAAAHHlBVJFDcFaDAAAAAAAAAAAAAAAE5XByZAAACTTFwUHT/AAAAAAAAAAAA\
        AAAAAAEOgAAAAAAAAAGMXHL4Hr2HeyAAAFe4AAAAAAAAABUKAAAAAAAAAAAAEeMB8NIkzAAAAAAAAAAAAB/EAAAAAA\
        GwNAAAAAAAAAAAAGC1AAAAAAGZzDFUAAAAAAAAAGiSAAADLQAAAAAAAAABOzJCAAAAAAAHMaAAAAAAAAAAAAEoOI/K\
        AAABzGCIEAAAFitGdnAAAAAAB7UFtBCbHGWPIO/IsYAAAGxFCeKBtPB5HH/dAAAAAAGDfAAAAAAAAAAAACngF4rAAA\
        FkTAAAAAAAAAAAAAAAAAAEKpAAAAAAAAAAAAAAAAAAAAAAAAAAAHmUAAAGZHAAAAAAAAAAAAGFIAAAFVQAAAAAAAAA\
        F/xAAAAAAAAAAAAFOqAAAGKzB1VBluIjrHQVAAAAAAAAAAAAAAAAAAAAAAAAAAAFt7AAAAAAAAAAAAAAAAAAAAAAAA\
        AAAAAAHDxAAADxsCFHF0oAAAAAAAAAAwFCr+GynBxfFJDGmmAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAI0EAAAI39\
        AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAC76AAAAAAAXtAAAG07AAACmsAAAANzAAAIE2AAAAAAAAAAAAF+eBY5AAA\
        F6FG+CAAAEmlAAAAAACK8BRZAAACXIAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAEc+D7PIulAAABpgCydEL5AAAAAAAAA\
        AAAErHAAAAAAAAAAAABuyAAAAAAAAAAAAFT4AAAFBZFYlAAAAAAAAAAAAITwAAAAAAB9uAAAFmPAAAAAAAAAAAAAAA\
        GFuAAAAAAAAAAAAAAAAAAAAAAAAAAAGamAAAAAAENhCb+Gx6AAAAAAAAABqYAAAEtzAAAAAAAAAC++GUwGldI5nAAA\
        HwcAAAAAABrvFLOAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAH2nAAAAxkEsdDhCAAAAlM\
        AAAAAAAAAIy+AAADWwDyrAAAAAAAAAAAAD+oAAAAAAAEiCtzAAAAAAAw0CcqAAAAAAF9AI1VAAAHM/InlAAAAAAAAA\
        AAAAAAG/AAAAAAAAAAAAAAAAAAAIJNAAAAAAGOvAAAAAAAAAAAAEPvAAAAAAAAAAAAAAAAAAGqyElJAAAAAAFrEAAA\
        EnaAAAAAAAAAAAAAAAAAABNmAAAEYBAAAAAAAcOAAAHa0EbHAAAAAAAAAAAAHOpAAAAAAAAAAAAAAAAAAAAAGbXAAA\
        IR1AAAFlRAAAAAAAAAAAAAAAGtlAAAAAAAAAEyqHbvAAAAAAAAAAAAAAAGLZAAAAAAAAAHGhAp/CjNEziGsKIVXAAA\
        AAACDhAJ6AAAAAAAAAAAAE2yAAAAAAAAAAAAAAAAAAAAAAAAFMlArJI2qAAAHSiHaGAAAAAACQmAAAAAAAAAAAAAAA\
        AAAAPbAAAAAABzzGeUDw5C1VH0MHUtH6TBwcIfjEjFAAAAAAAQ1AAAFr/AAAAAAEwGAAAAAAAAAAAAAAAG68AAAAAA\
        AAAAAAAAAAAAAAACzXBndAJRHWOAAAAAAAGzD8NBjfAAAAAAHy0E+pAAAAAAAAAH8WAAAAAAFXyFxrAAAAAAE/nEEl\
        AAAAAAAAAAAAF1cGINF6+AIFAAAAAAAAAAAAAAADcoFGxIXEACkD4XD5VAAAAAAAAAAAAAAAAAAEMuHPcGPxHocAAA\
        FS4AAAAAAAAAAAAAAAD3ZFJxAK5CoNAAAAhFAAAAAAHXBAAAAAAAAAAAAAAAGQwAAAF3xIl7AAAAAADIWB/3AAAHCQ\
        AAAAAAHhOAAAAAAAAAAAACiZAAAAuDAAAAAAAvMAAAAAADzhAAAAAAAMOAAAHTRAAAGTmAAAAAAAAAAAAEr0B2hFu8\
        CVSETwFNzF/IA04HR0AAAC6hAyQAAADSQAAAEx6AAAAAAAAAAAAAAAAAACOqAAAAAAGjZIYVAAAAAAEJeAAAAAAAAA\
        ISpAAAAAAAAA
        """
}
