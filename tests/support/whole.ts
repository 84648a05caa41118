import { content } from './world.ts';

/** A place about which something is said in every field that its readers see. */
export const whole = content({
	name: 'ひだまり',
	kana: 'ひだまり',
	plainName: 'ひだまりさん',
	organization: {
		...{ name: '見本の会', kana: 'みほんのかい', corporateNumber: '8700110005901' },
		url: 'https://example.jp/'
	},
	categories: ['ibasho'],
	needs: ['be-heard'],
	audiences: ['person'],
	accessibility: ['lift'],
	languages: ['ja'],
	eases: { 'no-booking': 'yes', 'visit-first': 'no' },
	ageMin: 15,
	ageMax: 39,
	gender: 'women',
	genderNote: '性別の補足',
	residency: 'resident',
	residencyNote: '市内',
	serviceArea: ['102024'],
	summary: 'お茶を飲む',
	description: '紹介',
	activities: 'すること',
	firstVisit: {
		...{ meets: 'だれか', first: 'はじめ', people: '3人', bring: 'なし', photos: 'なし' },
		cannotCome: '電話'
	},
	approach: '申し込み方',
	referral: '紹介のしかた',
	fee: 'free',
	feeNote: 'お茶代',
	intake: 'open',
	intakeOn: '2026-01-02',
	operation: 'paused',
	operationOn: '2026-02-03',
	operationNote: '改装',
	capacity: 8,
	hoursNote: '年末は休み',
	schedules: [
		{
			...{ text: '第2土曜', frequency: 'monthly', interval: 2, days: ['sa'], positions: [2] },
			...{ months: [4, 6], startsOn: '2026-04-11', endsOn: '2027-03-31' },
			...{ startsAt: '14:00', endsAt: '16:00', holidays: 'closed' },
			exceptions: [
				{ on: '2026-12-12', kind: 'closed', note: '大掃除' },
				{ on: '2026-12-19', kind: 'added', startsAt: '10:00', endsAt: '12:00' }
			]
		},
		{ text: '毎月15日', frequency: 'monthly', monthDays: [15] }
	],
	phones: [{ number: '000-111-2222', label: '受付' }],
	contacts: [{ kind: 'mail', value: 'a@example.jp', label: '代表' }],
	links: [{ label: 'サイト', url: 'https://example.jp/1' }],
	precision: 'exact',
	location: {
		...{ municipality: '102024', town: '桜木町', street: '1-2-3', building: '会館' },
		...{ postalCode: '370-0001', latitude: 36.32, longitude: 139.01 }
	},
	access: '駅から5分',
	accessibilityNote: '段差あり',
	alert: { text: '移転します', from: '2026-03-01', until: '2026-04-01' },
	sources: [{ name: '市の一覧', url: 'https://example.jp/2', retrievedOn: '2026-01-05' }]
});
