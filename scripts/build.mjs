// Bundles src into dist: one entry, a chunk for each lazily imported part, better-sqlite3 left outside;
// and writes the notices of every package whose code went in.
import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { builtinsAtHand } from './builtins-at-hand.mjs';

const root = path.resolve(import.meta.dirname, '..');
const dist = path.join(root, 'dist');
/** Built beside the old one and then put in its place, so that a running build breaks nobody. */
const outdir = `${dist}.${process.pid}.tmp`;

/** Ink's devtools, which it loads where DEV is set, want a package that is not installed: nothing stands in. */
const withoutDevtools = {
  name: 'without-devtools',
  setup(bundle) {
    bundle.onResolve({ filter: /^\.\/devtools\.js$/ }, ({ importer }) =>
      importer.includes(`${path.sep}ink${path.sep}`)
        ? { path: 'empty', namespace: 'empty' }
        : undefined,
    );
    bundle.onLoad({ filter: /.*/, namespace: 'empty' }, () => ({ contents: 'export default {};' }));
  },
};

/** Folders of the packages that the bundle holds code of, sorted by name. */
function bundledPackages(metafile) {
  const folders = Object.keys(metafile.inputs).flatMap(
    (file) => file.match(/^.*node_modules\/(?:@[^/]+\/)?[^/]+/)?.[0] ?? [],
  );
  return [...new Set(folders)].sort();
}

function noticeOf(folder) {
  const { name, version, license } = JSON.parse(
    readFileSync(path.join(root, folder, 'package.json'), 'utf8'),
  );
  const file = readdirSync(path.join(root, folder)).find((entry) => /^licen[cs]e/i.test(entry));
  const text = file === undefined ? '' : readFileSync(path.join(root, folder, file), 'utf8').trim();
  return `## ${name} ${version} (${license})\n\n${text.replaceAll(/^/gm, '    ').trimEnd()}\n`;
}

const { metafile } = await build({
  absWorkingDir: root,
  entryPoints: { main: 'src/main.ts' },
  outdir,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node22.15',
  minify: true,
  legalComments: 'none',
  metafile: true,
  external: ['better-sqlite3'],
  define: {
    'process.env.NODE_ENV': '"production"',
    // Yoga, Ink's layout, fetches its own data: URL where it can, for which Node loads a whole HTTP client
    // (40 ms); without it, it decodes the same bytes itself. Nothing of tenet asks the network.
    fetch: 'undefined',
  },
  banner: {
    js: "const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);",
  },
  plugins: [builtinsAtHand, withoutDevtools],
  logLevel: 'warning',
});
writeFileSync(
  path.join(outdir, 'NOTICES.md'),
  `# Notices\n\ntenet's own code is under the MIT licence (LICENSE). This build holds code of these packages:\n\n${bundledPackages(
    metafile,
  )
    .map(noticeOf)
    .join('\n')}`,
);
rmSync(dist, { recursive: true, force: true });
renameSync(outdir, dist);
