/** Words for the codes that a content chooses from: pages, forms, CSV, comparisons and prints say the same. */
export const operations = { open: '開いている', paused: 'お休み中', closed: '終了' } as const;
export const precisions = {
	exact: '正確に',
	town: '町名・丁目まで',
	municipality: '市区町村まで',
	private: '公開しない',
	online: 'オンライン'
} as const;
export const visibilities = {
	public: 'だれにでも',
	paper: '冊子だけ',
	staff: '職員だけ'
} as const;
export const phoneKinds = { voice: '電話', fax: 'FAX' } as const;
export const contactKinds = {
	mail: 'メール',
	form: '申込フォーム',
	line: 'LINE',
	chat: 'チャット',
	social: 'SNS',
	post: '郵便',
	visit: '直接'
} as const;
export const channels = { web: 'サイト', paper: '冊子' } as const;
export const frequencies = {
	weekly: '毎週',
	monthly: '毎月',
	yearly: '毎年',
	once: '1回'
} as const;
export const exceptionKinds = { closed: '休み', added: '追加' } as const;
export const answers = { yes: 'はい', no: 'いいえ' } as const;

/** What earlier versions wrote into CSV: still read. */
export const earlierWords: Readonly<Record<string, string>> = {
	...{ 運営中: 'open', 休止中: 'paused' },
	...{ 正確: 'exact', 町丁目まで: 'town', 非公開: 'private' },
	...{ 公開: 'public', 冊子のみ: 'paper', 職員のみ: 'staff' },
	...{ フォーム: 'form', 郵送: 'post', 来所: 'visit', ウェブ: 'web' }
};
