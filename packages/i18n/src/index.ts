export { type Messages, type Namespace, namespaces } from './catalogues';
export * from './locales';
