import { configureGlobal } from 'fast-check';

/**
 * Properties run on the same cases each time, so that a red run is about the change at hand;
 * `FAST_CHECK_SEED=random npm run unit` looks for new ones.
 */
const asked = process.env['FAST_CHECK_SEED'] ?? '20261120';
if (asked !== 'random') configureGlobal({ seed: Number(asked) });
