export { emptyForm, fieldsOf, formOf, pairsOf } from './form/fields.ts';
export { contentOf, scheduleOf } from './form/parse.ts';
export { issueWords, titleOf, titles } from './form/titles.ts';
export { shape, type ResourceFields } from './form/shape.ts';
export { readInto } from './form/reading.ts';
