// Bundles src into dist: an entry, one chunk of what every command needs, a chunk for each lazily imported
// part, better-sqlite3 left outside; and writes the notices of every package whose code went in.
import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { rolldown } from 'rolldown';
import { builtinsAtHand } from './builtins-at-hand.mjs';

const root = path.resolve(import.meta.dirname, '..');
const dist = path.join(root, 'dist');
/** Built beside the old one and then put in its place, so that a running build breaks nobody. */
const outdir = `${dist}.${process.pid}.tmp`;

/** Ink imports its devtools statically under DEV; the package is not installed, so an empty module stands in. */
const withoutDevtools = {
  name: 'without-devtools',
  resolveId: (id) => (id === 'react-devtools-core' ? '\0empty' : undefined),
  load: (id) => (id === '\0empty' ? 'export default {};' : undefined),
};

/** Where `due` begins: what it needs, all commands need, and it is read faster as one file than as thirty. */
const beginnings = new Set(
  ['cli/index.ts', 'cli/due.ts'].map((file) => path.join(root, 'src', file)),
);

async function bundle() {
  const build = await rolldown({
    cwd: root,
    input: { main: 'src/main.ts' },
    platform: 'node',
    external: ['better-sqlite3'],
    transform: {
      target: 'node22.15',
      jsx: { runtime: 'automatic' },
      define: {
        'process.env.NODE_ENV': '"production"',
        // Yoga, Ink's layout, fetches its own data: URL where it can, for which Node loads a whole HTTP
        // client (40 ms); without it, it decodes the same bytes itself. Nothing of tenet asks the network.
        fetch: 'undefined',
      },
    },
    plugins: [builtinsAtHand, withoutDevtools],
  });
  const { output } = await build.write({
    dir: outdir,
    format: 'esm',
    minify: true,
    comments: { legal: false },
    banner:
      "const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);",
    entryFileNames: '[name].js',
    chunkFileNames: '[name]-[hash].js',
    codeSplitting: {
      includeDependenciesRecursively: true,
      groups: [{ name: 'core', test: (id) => beginnings.has(id) }],
    },
  });
  await build.close();
  return output.flatMap((chunk) => (chunk.type === 'chunk' ? chunk.moduleIds : []));
}

/** Folders of the packages that these modules are from, sorted by name. */
function packagesOf(modules) {
  const folders = modules
    .filter((id) => !id.startsWith('\0'))
    .flatMap((id) => id.match(/^.*node_modules\/(?:@[^/]+\/)?[^/]+/)?.[0] ?? []);
  return [...new Set(folders)].sort();
}

function noticeOf(folder) {
  const { name, version, license } = JSON.parse(
    readFileSync(path.join(folder, 'package.json'), 'utf8'),
  );
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  const text = file === undefined ? '' : readFileSync(path.join(folder, file), 'utf8').trim();
  return `## ${name} ${version} (${license})\n\n${text.replaceAll(/^/gm, '    ').trimEnd()}\n`;
}

const modules = await bundle();
writeFileSync(
  path.join(outdir, 'NOTICES.md'),
  `# Notices\n\ntenet's own code is under the MIT licence (LICENSE). This build holds code of these packages:\n\n${packagesOf(
    modules,
  )
    .map(noticeOf)
    .join('\n')}`,
);
rmSync(dist, { recursive: true, force: true });
renameSync(outdir, dist);
