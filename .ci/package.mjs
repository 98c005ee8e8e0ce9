// The packed tarball in an empty prefix, as a user installs it: the first run makes the collection; a
// changed package then merges into what the person has edited and deleted.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const folder = mkdtempSync(path.join(tmpdir(), 'tenet-package-'));
const home = path.join(folder, 'home');
const prefix = path.join(folder, 'prefix');
mkdirSync(home);
mkdirSync(prefix);
const env = { ...process.env, HOME: home, USERPROFILE: home };
for (const name of ['TENET_DECKS', 'TENET_DB', 'TENET_CONFIG', 'XDG_DATA_HOME', 'XDG_CONFIG_HOME'])
  delete env[name];

const npm = (args, cwd = process.cwd()) =>
  execFileSync('npm', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });

/** Packs a folder without building it again; the result is the tarball. */
function pack(from) {
  const [{ filename }] = JSON.parse(
    npm(['pack', '--json', '--ignore-scripts', '--pack-destination', folder], from),
  );
  return path.join(folder, filename);
}

function install(tarball) {
  npm(['install', '--prefix', prefix, '--no-audit', '--no-fund', '--loglevel=error', tarball]);
}

/** What the installed command line says on stdout and stderr, run by the Node that runs this script. */
function tenet(...args) {
  const entry = path.join(prefix, 'node_modules/tenet/bin/tenet.js');
  const ran = spawnSync(process.execPath, [entry, ...args], { cwd: home, env, encoding: 'utf8' });
  assert.equal(ran.status, 0, ran.stderr);
  return `${ran.stdout}${ran.stderr}`;
}

const decks = path.join(home, 'tenet/decks');
const deckFiles = () =>
  readdirSync(decks)
    .filter((name) => name.endsWith('.md'))
    .sort();
const cardsIn = (text) => [...text.matchAll(/^<!-- id: (\w+)/gm)].map((match) => match[1]);

/** The text of the card with this id: from the end of the one before it to its comment. */
function cardText(text, id) {
  const end = text.indexOf('-->', text.indexOf(`<!-- id: ${id}`)) + 3;
  const before = text.lastIndexOf('-->', text.indexOf(`<!-- id: ${id}`));
  return text.slice(Math.max(text.lastIndexOf('\nQ:', end), before + 3), end);
}

try {
  install(pack(process.cwd()));
  console.log(tenet('due'));
  assert.ok(existsSync(path.join(home, 'tenet/tenet.toml')), 'the first run makes the collection');
  assert.ok(deckFiles().length > 0, 'with decks');
  assert.ok(existsSync(path.join(home, 'tenet/source-docs')), 'and the reader');

  // The person edits one card and deletes another.
  const file = path.join(
    decks,
    deckFiles().find((name) => cardsIn(readFileSync(path.join(decks, name), 'utf8')).length > 4),
  );
  const shipped = readFileSync(file, 'utf8');
  const [edited, deleted, improved] = cardsIn(shipped).filter((id) =>
    cardText(shipped, id).includes('\nQ:'),
  );
  const own = shipped
    .replace(cardText(shipped, deleted), '')
    .replace(cardText(shipped, edited), (text) => text.replace('\nQ: ', '\nQ: In my own words: '));
  writeFileSync(file, own);
  tenet('due');

  // The next release improves the edited, the deleted and an untouched card, and brings a new one.
  const next = path.join(folder, 'next');
  cpSync(path.join(prefix, 'node_modules/tenet'), next, { recursive: true });
  const manifest = JSON.parse(readFileSync(path.join(next, 'package.json'), 'utf8'));
  writeFileSync(
    path.join(next, 'package.json'),
    JSON.stringify({ ...manifest, version: '99.0.0' }),
  );
  const deck = path.join(next, 'decks', path.basename(file));
  let text = readFileSync(deck, 'utf8');
  for (const id of [edited, deleted, improved])
    text = text.replace(cardText(text, id), (card) => card.replace('\nQ: ', '\nQ: Improved: '));
  writeFileSync(
    deck,
    `${text.trimEnd()}\n\nQ: A question of the next release?\nA: Its answer.\n<!-- id: nextrelease01 -->\n`,
  );
  install(pack(next));
  const said = tenet('due');
  console.log(said);

  assert.match(said, /tenet 99\.0\.0: /, 'what changed is said in a line');
  const merged = readFileSync(file, 'utf8');
  assert.ok(cardText(merged, edited).includes('In my own words'), 'an edited card stands');
  assert.ok(!cardText(merged, edited).includes('Improved'), 'and is not mixed with the new one');
  assert.ok(!merged.includes(deleted), 'a deleted card stays gone');
  assert.ok(cardText(merged, improved).includes('Improved'), 'an untouched card is renewed');
  assert.ok(merged.includes('nextrelease01'), 'a new card comes');
  const again = tenet('due');
  assert.equal(readFileSync(file, 'utf8'), merged, 'a second start changes nothing');
  assert.ok(!again.includes('99.0.0'), 'and says nothing of it');
  console.log('the package installs, makes the collection at its first run, and an upgrade merges');
} finally {
  rmSync(folder, { recursive: true, force: true });
}
