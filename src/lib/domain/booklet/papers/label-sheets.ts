/** Labels on a sheet of A4, in millimetres, without a gap between them and in the middle of the sheet. */
export type LabelSheet = {
	faces: number;
	columns: number;
	rows: number;
	width: number;
	height: number;
	/** To the edge of the first label. */
	left: number;
	top: number;
};

const a4 = { width: 210, height: 297 };

/** Sizes that Japanese makers share: 24 without margins at the sides, 12 and 10 with one all around. */
export const labelSheets = [
	sheetOf({ columns: 3, rows: 8, width: 70, height: 33.9 }),
	sheetOf({ columns: 2, rows: 6, width: 86.4, height: 42.3 }),
	sheetOf({ columns: 2, rows: 5, width: 86.4, height: 50.8 })
];

function sheetOf(
	sheet: Pick<LabelSheet, 'columns' | 'rows' | 'width' | 'height'>
): Readonly<LabelSheet> {
	const { columns, rows, width, height } = sheet;
	return {
		...sheet,
		faces: columns * rows,
		left: tenth((a4.width - columns * width) / 2),
		top: tenth((a4.height - rows * height) / 2)
	};
}

function tenth(millimetres: number): number {
	return Math.round(millimetres * 10) / 10;
}

/** 「24面（70 × 33.9 mm）」 */
export const sheetWords = ({ faces, width, height }: LabelSheet): string =>
	`${faces}面（${width} × ${height} mm）`;
