export { lexicon } from './lexicon.ts';
export { index } from './read.ts';
export { settle } from './settle.ts';
export { add, prepare, remove, removeAll, replace } from './write.ts';
