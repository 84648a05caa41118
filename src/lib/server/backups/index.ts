export { list, type Manifest } from './manifest.ts';
export { make } from './make.ts';
export { restore } from './restore.ts';
export { verify } from './verify.ts';
