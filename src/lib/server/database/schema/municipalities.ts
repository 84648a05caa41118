import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const prefectures = sqliteTable('prefectures', {
	/** JIS X 0401, two digits; 99 holds the towns of fictional regions. */
	code: text().primaryKey(),
	name: text().notNull(),
	kana: text().notNull(),
	romaji: text().notNull().unique()
});

export const municipalities = sqliteTable(
	'municipalities',
	{
		/** 全国地方公共団体コード: six digits with the check digit. */
		code: text().primaryKey(),
		prefecture_code: text()
			.notNull()
			.references(() => prefectures.code, { onDelete: 'restrict' }),
		/** With its city when it is a ward: 札幌市中央区. */
		name: text().notNull(),
		kana: text().notNull()
	},
	(table) => [index('municipalities_prefecture').on(table.prefecture_code)]
);
