import { describe, expect, test } from '@jest/globals';
import { catalogueProblems } from './catalogueProblems';
import { scanSource } from './scanSource';
import { sourceProblems } from './sourceProblems';

describe('between languages', () => {
  const en = { home: { hello: 'Hello {name}', count: '{n, plural, one {# space} other {# spaces}}' } };

  test('complete catalogues have no problems', () => {
    const fr = { home: { hello: 'Bonjour {name}', count: '{n, plural, one {# espace} other {# espaces}}' } };
    expect(catalogueProblems({ en, fr })).toEqual([]);
  });

  test.each([
    ['a missing message', { home: { hello: 'Hallo {name}' } }, 'de: home.count is missing'],
    ['one too many', { home: { ...en.home, more: 'Mehr' } }, 'de: home.more is not in English'],
    [
      'another argument',
      { home: { ...en.home, hello: 'Hallo {nom}' } },
      'de: home.hello takes {nom}, English {name}',
    ],
    [
      'another kind of argument',
      { home: { ...en.home, count: '{n} Bereiche' } },
      'de: home.count takes {n}, English {n: plural}',
    ],
    [
      'a tag that is gone',
      { home: { ...en.home, hello: 'Hallo <b>{name}</b>' } },
      'de: home.hello takes {<b>, name}',
    ],
    [
      'what is not ICU',
      { home: { ...en.home, hello: 'Hallo {name' } },
      'de: home.hello is not ICU: Hallo {name',
    ],
    ['an empty message', { home: { ...en.home, hello: ' ' } }, 'de: home.hello is empty'],
  ])('%s is told', (_, de, expected) => {
    expect(catalogueProblems({ en, de }).join('\n')).toContain(expected);
  });

  test('an argument inside a plural branch counts', () => {
    const nested = { home: { x: '{n, plural, one {{name}} other {#}}' } };
    const without = { home: { x: '{n, plural, one {#} other {#}}' } };
    expect(catalogueProblems({ en: nested, fr: without })).toHaveLength(1);
  });

  test('what is said for a button contains what is seen on it', () => {
    const said = (join: string, joinLabel: string) =>
      catalogueProblems({ en: { home: { join, joinLabel } } });
    expect(said('Join', 'Enter the call in {space}')).toHaveLength(1);
    expect(said('Beitreten', 'Der Besprechung in {space} beitreten')).toEqual([]);
  });

  test('French needs no-break spaces before its marks', () => {
    const question = (text: string) => catalogueProblems({ en: { a: { b: 'x' } }, fr: { a: { b: text } } });
    expect(question('Quitter ?')).toHaveLength(1);
    expect(question('« Oui »')).toHaveLength(1);
    expect(question('Quitter\u00a0?')).toEqual([]);
    expect(question('«\u00a0Oui\u00a0»')).toEqual([]);
  });
});

describe('between code and catalogues', () => {
  const catalogues = {
    en: { home: { title: 'Home', roles: { owner: 'Owner', reader: 'Reader' }, rest: 'Rest' } },
  };
  const problemsOf = (code: string) =>
    sourceProblems(catalogues, new Map([['a.tsx', scanSource(code, true)]])).filter(
      (p) => !p.startsWith('unused'),
    );
  const unusedIn = (code: string) =>
    sourceProblems(catalogues, new Map([['a.tsx', scanSource(code, true)]])).filter((p) =>
      p.startsWith('unused'),
    );

  test('a key in use and missing is told with its line', () => {
    expect(problemsOf("const t = useTranslations('home');\nt('title');\nt('gone');")).toEqual([
      'a.tsx:3: no message home.gone',
    ]);
  });

  test('rich text, conditions, nested namespaces and awaited translators are followed', () => {
    expect(
      unusedIn(`
        async function Page() {
          const [t, roles] = await Promise.all([getTranslations('home'), getTranslations('home.roles')]);
          t.rich('title'); t(x ? 'rest' : 'title'); roles('owner'); roles('reader');
        }`),
    ).toEqual([]);
  });

  test('a template stands for every key it may build, and must fit at least one', () => {
    const code = `const t = useTranslations('home'); t(\`roles.\${role}\`); t('title'); t('rest');`;
    expect(unusedIn(code)).toEqual([]);
    expect(problemsOf(`const t = useTranslations('home'); t(\`colours.\${x}\`);`)).toHaveLength(1);
  });

  test('a key that only a string names counts as used; one nobody names is told', () => {
    const code = `const t = useTranslations('home'); t('title'); t(\`roles.\${r}\`);`;
    expect(unusedIn(code)).toEqual(['unused message home.rest']);
    expect(unusedIn(`${code} const table = ['rest'];`)).toEqual([]);
  });

  test('a translator carried in an object, or a key that only TypeScript knows, is followed', () => {
    const code =
      "const t = useTranslations('home'); const f = () => { const words = ref.current.t; words('title'); ref.current.t('rest'); };";
    expect(unusedIn(code)).toEqual(['unused message home.roles.owner', 'unused message home.roles.reader']);
    expect(
      unusedIn("const t = useTranslations('home.roles'); t(person.role); const table = ['title', 'rest'];"),
    ).toEqual([]);
    expect(problemsOf("const t = useTranslations('home'); ref.current.t('gone');")).toHaveLength(1);
  });

  test('a parameter hides the translator of the same name', () => {
    const code = "const t = useTranslations('home'); const f = (t) => t('anything'); t('gone');";
    expect(problemsOf(code)).toEqual(['a.tsx:1: no message home.gone']);
  });

  test.each([
    ['<p>Hello</p>'],
    ['<p>{"Hello"}</p>'],
    ['<img alt="A dyke" />'],
    ['<Button label={"Close"} />'],
    ['<input placeholder="Name" />'],
    ['<button aria-label="Close" />'],
  ])('words in %s belong into a catalogue', (code) => {
    expect(problemsOf(`const x = ${code};`)).toHaveLength(1);
  });

  test.each(['<p>{t("x")} · 7</p>', '<a href="/spaces" className="b">{name}</a>', '<kbd>⌘</kbd>'])(
    '%s says no words of its own',
    (code) => {
      expect(problemsOf(`const x = ${code};`)).toEqual([]);
    },
  );
});
