// biome-ignore lint/style/noProcessEnv: the one place where the scenarios read their settings
const source = process.env;

/** What the scenarios are told from outside. */
export const environment = {
  /** A workspace that already runs, instead of one of our own. */
  get runningUrl(): string | undefined {
    return source.HEMICYCLE_E2E_URL;
  },
  /** Where the pictures for the README go; they are taken only when asked for. */
  get picturesFolder(): string | undefined {
    return source.HEMICYCLE_PICTURES;
  },
  /** Where Playwright's report goes. */
  get report(): string {
    return source.HEMICYCLE_E2E_REPORT ?? '../../test-results/e2e.json';
  },
  get chromium(): string {
    return source.CHROMIUM_PATH ?? '/usr/bin/chromium';
  },
  /** Where caught mail is read; of a workspace that already runs, where the launcher puts it unless told. */
  get mailUrl(): string {
    return source.HEMICYCLE_E2E_MAIL_URL ?? 'http://localhost:8025';
  },
  set mailUrl(url: string) {
    source.HEMICYCLE_E2E_MAIL_URL = url;
  },
  /** Whether somebody else started the house of this run, and will end it: `src/house.ts`. */
  get houseIsGiven(): boolean {
    return source.HEMICYCLE_E2E_HOUSE === 'given';
  },
  /** What a run of scenarios in a given house is to find in its environment. */
  get given(): Record<string, string | undefined> {
    const { HEMICYCLE_TEST_RUN, HEMICYCLE_E2E_OWN_URL, HEMICYCLE_E2E_MAIL_URL } = source;
    return {
      HEMICYCLE_E2E_HOUSE: 'given',
      HEMICYCLE_TEST_RUN,
      HEMICYCLE_E2E_OWN_URL,
      HEMICYCLE_E2E_MAIL_URL,
    };
  },
  /** The origin under test, set when the house is started. */
  get url(): string {
    const url = source.HEMICYCLE_E2E_URL ?? source.HEMICYCLE_E2E_OWN_URL;
    if (!url) throw new Error('No house was started');
    return url;
  },
  set url(url: string) {
    source.HEMICYCLE_E2E_OWN_URL = url;
  },
};
