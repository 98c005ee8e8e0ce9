#!/usr/bin/env node
// Plain JavaScript and no static import: it must run, and say what is wrong, on any Node.js.

const needed = [22, 15];
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < needed[0] || (major === needed[0] && minor < needed[1])) {
  process.stderr.write(
    `tenet needs Node.js ${needed.join('.')} or newer; this is ${process.version} at ${process.execPath}.\n` +
      'Install a current Node.js (nodejs.org), or run it through npm in a checkout of tenet.\n',
  );
  process.exit(1);
}

process.env.NODE_ENV ??= 'production';
process.getBuiltinModule('node:module').enableCompileCache();
await import('../dist/main.js');
