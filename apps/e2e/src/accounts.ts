/** Demo accounts of the realm, by the part they play in the scenarios. */
export const PASSWORD = 'hemicycle-demo';

export const ACCOUNTS = {
  /** Administrator of the organisation; owns the demo space. */
  ines: { username: 'ines.moreau', name: 'Inès Moreau' },
  jonas: { username: 'jonas.weber', name: 'Jonas Weber' },
  sofia: { username: 'sofia.lindqvist', name: 'Sofia Lindqvist' },
  piotr: { username: 'piotr.kowalski', name: 'Piotr Kowalski' },
  amina: { username: 'amina.diallo', name: 'Amina Diallo' },
  tomas: { username: 'tomas.ruiz', name: 'Tomas Ruiz' },
  former: { username: 'former.colleague', name: 'Former Colleague' },
} as const;

/** Of the house the scenarios start. */
export const BREAK_GLASS = {
  password: 'a sentence from the envelope',
  hash: 'scrypt$32768$8$3$K5TzqbYLfA2FEPXpn_LSQQ$kejt7pYd3DbIR3lBe9FJChlRDo1ODxAyXZ7oL633WhU',
} as const;

export type ActorName = keyof typeof ACCOUNTS;
