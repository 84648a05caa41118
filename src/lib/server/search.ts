export { lexicon } from './search/lexicon.ts';
export { index } from './search/read.ts';
export { settle } from './search/settle.ts';
export { add, prepare, remove, replace } from './search/write.ts';
