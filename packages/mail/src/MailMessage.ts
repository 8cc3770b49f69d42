import type { Db } from '@hemicycle/db';
import type { Locale } from '@hemicycle/i18n';

export interface MailAddress {
  readonly name: string;
  readonly address: string;
}

/** One thing a mail tells of: who did what, where, and the way there. */
export interface MailItem {
  readonly title: string;
  readonly text: string | null;
  /** Absolute address, or null when there is nowhere to go. */
  readonly url: string | null;
}

/** What a mail says, in plain words of its receiver's language. `renderMail` makes it look like ours. */
export interface MailContent {
  readonly locale: Locale;
  readonly subject: string;
  readonly heading: string;
  readonly paragraphs: readonly string[];
  readonly items?: readonly MailItem[];
  readonly action?: { readonly label: string; readonly url: string };
  /** To be typed: shown large. */
  readonly code?: string;
  /** Why this came, and what to do about it. */
  readonly footer: readonly string[];
}

export interface MailMessage {
  readonly to: MailAddress;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** A mail that is to go out now. `sent` runs in the transaction that notes that it did. */
export interface ComposedMail {
  readonly to: MailAddress;
  readonly content: MailContent;
  readonly sent?: (db: Db) => Promise<void>;
}
