const vowels = new Map(
	[
		'あかさたなはまやらわがざだばぱ',
		'いきしちにひみりぎじぢびぴ',
		'うくすつぬふむゆるぐずづぶぷゔ',
		'えけせてねへめれげぜでべぺ',
		'おこそとのほもよろごぞどぼぽを'
	].flatMap((row, index) => [...row].map((kana) => [kana, 'あいうえお'[index]!] as const))
);

/** The vowel of a large hiragana; ん and っ have none. */
export const vowelOf = (kana: string): string => vowels.get(kana) ?? '';
