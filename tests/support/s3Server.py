"""An object store that speaks S3, for tests: OpenStack Swift (Debian's package python3-swift) in one process.

Usage: s3Server.py FOLDER ACCOUNT:USER SECRET. Prints the port as soon as it answers. The files of FOLDER must
be able to have extended attributes.
"""

import os
import sys

import eventlet
import eventlet.wsgi

eventlet.monkey_patch()

folder, access_key, secret = sys.argv[1:]
account, user = access_key.split(":")


def write(name, text):
    with open(os.path.join(folder, name), "w") as file:
        file.write(text)


os.makedirs(os.path.join(folder, "devices", "disk"), exist_ok=True)
write("swift.conf", "[swift-hash]\nswift_hash_path_suffix = test\n[storage-policy:0]\nname = gold\ndefault = yes\n")

from swift.common import utils  # noqa: E402 - reads swift.conf
utils.set_swift_dir(folder)
from swift.common.ring import RingBuilder  # noqa: E402
from swift.common.wsgi import SwiftHttpProtocol, loadapp  # noqa: E402

servers = {name: eventlet.listen(("127.0.0.1", 0)) for name in ("account", "container", "object", "proxy")}

for name in ("account", "container", "object"):
    address = {"ip": "127.0.0.1", "port": servers[name].getsockname()[1]}
    ring = RingBuilder(1, 1, 0)
    ring.add_dev({**address, "device": "disk", "id": 0, "region": 1, "replication_ip": address["ip"],
                  "replication_port": address["port"], "weight": 1.0, "zone": 1})
    ring.rebalance()
    ring.get_ring().save(os.path.join(folder, f"{name}.ring.gz"))
    write(f"{name}.conf", f"""
[DEFAULT]
swift_dir = {folder}
devices = {folder}/devices
mount_check = false
fallocate_reserve = 0
log_level = ERROR
[pipeline:main]
pipeline = {name}-server
[app:{name}-server]
use = egg:swift#{name}
""")

write("proxy.conf", f"""
[DEFAULT]
swift_dir = {folder}
log_level = ERROR
[pipeline:main]
pipeline = catch_errors gatekeeper cache listing_formats s3api tempauth proxy-server
[app:proxy-server]
use = egg:swift#proxy
account_autocreate = true
allow_account_management = true
[filter:catch_errors]
use = egg:swift#catch_errors
[filter:gatekeeper]
use = egg:swift#gatekeeper
[filter:cache]
use = egg:swift#memcache
memcache_servers = 127.0.0.1:1
[filter:listing_formats]
use = egg:swift#listing_formats
[filter:s3api]
use = egg:swift#s3api
location = us-east-1
[filter:tempauth]
use = egg:swift#tempauth
user_{account}_{user} = {secret} .admin
""")

for name, socket in servers.items():
    app = loadapp(os.path.join(folder, f"{name}.conf"), global_conf={})
    eventlet.spawn(eventlet.wsgi.server, socket, app, log_output=False, protocol=SwiftHttpProtocol)

print(servers["proxy"].getsockname()[1], flush=True)
while True:
    eventlet.sleep(3600)
