export interface ComposeParts {
  /** Where links lead. */
  readonly publicOrigin: string;
}
