import type { Workshop } from './makers.ts';

export const ours: Workshop = {
	collect: () => {
		throw new Error('not yet');
	},
	templates: () => '',
	makers: {}
};
