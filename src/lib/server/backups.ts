export { list, type Manifest } from './backups/manifest.ts';
export { make } from './backups/make.ts';
export { restore } from './backups/restore.ts';
export { verify } from './backups/verify.ts';
