export { emptyForm, fieldsOf, formOf, pairsOf } from './resource-form/fields.ts';
export {
	contentOf,
	parseResource,
	scheduleOf,
	type ResourceIssues
} from './resource-form/parse.ts';
export { issueWords, titleOf, titles } from './resource-form/titles.ts';
export { shape, type ResourceFields } from './resource-form/shape.ts';
export { readInto } from './resource-form/reading.ts';
