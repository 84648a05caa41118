export { emptyForm, fieldsOf, formOf, pairsOf } from './resource-form/fields.ts';
export { contentOf, parseResource, type ResourceIssues } from './resource-form/parse.ts';
export { shape, type ResourceFields } from './resource-form/shape.ts';
