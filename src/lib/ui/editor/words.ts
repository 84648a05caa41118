import * as choices from '#lib/domain/labels/choices.ts';

const options = (labels: Record<string, string>) =>
	Object.entries(labels).map(([code, label]) => ({ code, label }));

export const phoneKinds = options(choices.phoneKinds);
export const contactKinds = options(choices.contactKinds);
export const visibilityNames = options(choices.visibilities);
export const precisionNames = options(choices.precisions);
export const operationNames = options(choices.operations);
export const frequencies = options(choices.frequencies);
export const exceptionKinds = options(choices.exceptionKinds);
export const holidayNames = [
	{ code: 'closed', label: '祝日は休み' },
	{ code: 'open', label: '曜日が祝日に当たっても開く' },
	{ code: 'also', label: '祝日はいつも開く' }
];
export const weekdayNames = [...'月火水木金土日'].map((label, at) => ({
	code: ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'][at]!,
	label
}));
export const positionNames = [1, 2, 3, 4, 5, -1].map((code) => ({
	code: String(code),
	label: code === -1 ? '最終' : `第${code}`
}));
export const linked = 'https:// から書きます';
