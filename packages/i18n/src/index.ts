export { type Namespace, namespaces } from './catalogues';
export * from './locales';
