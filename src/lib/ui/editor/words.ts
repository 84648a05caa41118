import { choiceWords } from '#lib/domain/editing/revision-comparison.ts';

const options = (...codes: string[]) =>
	codes.map((code) => ({ code, label: choiceWords[code] ?? code }));

export const phoneKinds = options('voice', 'fax');
export const contactKinds = options('mail', 'form', 'line', 'chat', 'social', 'post', 'visit');
export const visibilityNames = options('public', 'paper', 'staff');
export const precisionNames = options('exact', 'town', 'municipality', 'private', 'online');
export const operationNames = options('open', 'paused', 'closed');
export const frequencies = options('weekly', 'monthly', 'yearly', 'once');
export const exceptionKinds = [
	{ code: 'closed', label: '休み' },
	{ code: 'added', label: '追加' }
];
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
