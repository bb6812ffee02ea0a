// Loaded before everything else (`--require`): what reaches for a socket, a name server or a program throws, and is written
// down, in case what it throws is caught. git is a program that podlint may run.
/* global process */
'use strict';
const { appendFileSync } = require('node:fs');
const { syncBuiltinESMExports } = require('node:module');
const path = require('node:path');

/** Before anything is forbidden: the process says what it has done at its end. */
const log = process.env.PODLINT_FORBIDDEN_LOG;

function refuse(name) {
  if (log) appendFileSync(log, `${name}\n`);
  throw new Error(`forbidden: ${name}`);
}

function forbid(module, names, label) {
  for (const name of names) {
    if (typeof module[name] !== 'function') continue;
    const { prototype } = module[name];
    module[name] = function forbidden() {
      return refuse(`${label}.${name}`);
    };
    // What is tested with `instanceof` goes on to work.
    module[name].prototype = prototype;
  }
}

const names = (module, matching) => Object.keys(module).filter((name) => matching.test(name));

const net = require('node:net');
net.Socket.prototype.connect = () => refuse('net.Socket.connect');
net.Server.prototype.listen = () => refuse('net.Server.listen');
forbid(net, ['connect', 'createConnection'], 'net');
forbid(require('node:tls'), ['connect'], 'tls');
forbid(require('node:http'), ['request', 'get'], 'http');
forbid(require('node:https'), ['request', 'get'], 'https');
forbid(require('node:http2'), ['connect'], 'http2');
forbid(require('node:dgram'), ['createSocket'], 'dgram');
const dns = require('node:dns');
for (const [module, label] of [
  [dns, 'dns'],
  [dns.promises, 'dns.promises'],
])
  forbid(module, names(module, /^(?:lookup|resolve|reverse)/), label);
for (const name of ['fetch', 'WebSocket', 'EventSource'])
  if (name in globalThis) globalThis[name] = () => refuse(name);

const child = require('node:child_process');
for (const name of ['spawn', 'spawnSync', 'execFile', 'execFileSync']) {
  const original = child[name];
  child[name] = function guarded(program, ...rest) {
    if (/^git(?:\.exe)?$/.test(path.basename(String(program)))) return original.call(this, program, ...rest);
    return refuse(`child_process.${name} ${program}`);
  };
}
forbid(child, ['exec', 'execSync', 'fork'], 'child_process');

syncBuiltinESMExports();
