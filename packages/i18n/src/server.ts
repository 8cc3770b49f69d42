import compile from 'icu-minify/compile';
import type { NamespaceKeys, NestedKeyOf } from 'use-intl';
import { createTranslator } from 'use-intl/core';
import { allMessages, type Catalogue } from './allMessages';
import type { Messages, Namespace } from './catalogues';
import { formatLocale, type Locale } from './locales';

/** ICU messages parsed ahead (icu-minify), so that browsers carry a 1 kB formatter and no parser. */
export interface CompiledMessages {
  readonly [key: string]: string | readonly unknown[] | CompiledMessages;
}

const compiled = new Map<string, CompiledMessages>();

/** Namespaces of a language, compiled once a process: they are as constant as the files they come from. */
export function compiledMessages(locale: Locale, names: readonly Namespace[]): CompiledMessages {
  return Object.fromEntries(names.map((name) => [name, compiledNamespace(locale, name)]));
}

function compiledNamespace(locale: Locale, name: Namespace): CompiledMessages {
  const id = `${locale}/${name}`;
  const known = compiled.get(id);
  if (known) return known;
  // icu-minify makes objects without a prototype, which React does not send to the browser.
  const fresh = JSON.parse(JSON.stringify(compileCatalogue(allMessages[locale][name]))) as CompiledMessages;
  compiled.set(id, fresh);
  return fresh;
}

function compileCatalogue(catalogue: Catalogue): CompiledMessages {
  return Object.fromEntries(
    Object.entries(catalogue).map(([key, value]) => [
      key,
      typeof value === 'string' ? compile(value) : compileCatalogue(value),
    ]),
  );
}

/**
 * Translator of one namespace on the server: `getTranslator('fr', 'home')('title')`. Needs `use-intl/format-message`
 * resolved to its `format-only` variant, as next.config.ts does.
 */
export function getTranslator<N extends NamespaceKeys<Messages, NestedKeyOf<Messages>>>(
  locale: Locale,
  namespace: N,
): ReturnType<typeof createTranslator<Messages, N>> {
  const top = namespace.split('.')[0] as Namespace;
  // The compiled shape is what format-only reads; use-intl's types know only the written one.
  const messages = compiledMessages(locale, [top]) as unknown as Messages;
  return createTranslator<Messages, N>({ locale: formatLocale(locale) as Locale, messages, namespace });
}
