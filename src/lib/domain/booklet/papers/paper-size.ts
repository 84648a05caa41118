export const paperSizes = ['a4', 'a3'] as const;
export type PaperSize = (typeof paperSizes)[number];

export const parsePaperSize = (text: string | null): PaperSize =>
	paperSizes.find((size) => size === text) ?? 'a4';
