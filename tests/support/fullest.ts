import { content } from './world.ts';

const sentence = 'ここでは、来る人が安心していられることを、いちばんに考えています。';
const words = (length: number) =>
	sentence.repeat(Math.ceil(length / sentence.length)).slice(0, length);

/** A place about which everything is said, at full length. */
export const fullest = content({
	name: words(100),
	kana: 'ここでは、くるひとがあんしんしていられることを'.repeat(4),
	plainName: words(100),
	organization: { name: words(150), kana: 'なが'.repeat(150) },
	categories: ['ibasho', 'peer', 'family', 'consultation', 'daily-life'],
	needs: ['feel-safe', 'be-heard'],
	audiences: ['person', 'experienced', 'family', 'supporter', 'anyone'],
	accessibility: ['step-free', 'lift', 'parking', 'near-transit', 'calm-space', 'writing'],
	languages: ['ja'],
	eases: {
		'no-booking': 'yes',
		'visit-first': 'yes',
		'come-and-go': 'yes',
		'no-talking': 'yes',
		anonymous: 'yes',
		'no-phone': 'no',
		'no-diagnosis': 'yes'
	},
	ageMin: 15,
	ageOpen: true,
	gender: 'any',
	genderNote: words(200),
	residency: 'preferred',
	residencyNote: words(200),
	summary: words(80),
	description: words(2000),
	activities: words(1000),
	firstVisit: {
		meets: words(300),
		first: words(600),
		people: words(200),
		bring: words(200),
		photos: words(300),
		cannotCome: words(300)
	},
	approach: words(600),
	referral: words(600),
	fee: 'partly',
	feeNote: words(300),
	intake: 'waiting',
	intakeOn: '2026-01-01',
	capacity: 30,
	schedules: [
		{
			text: words(120),
			frequency: 'weekly',
			days: ['mo', 'we', 'fr'],
			startsAt: '10:00',
			endsAt: '18:00'
		},
		{ text: words(120) }
	],
	phones: [
		{ number: '000-111-2222', label: words(60) },
		{ number: '000-111-3333', label: words(60) }
	],
	contacts: [
		{ kind: 'mail', value: 'a-very-long-address-of-a-place@sodan.example.jp', label: words(60) },
		{ kind: 'form', value: `https://sodan.example.jp/${'contact/'.repeat(12)}` },
		{ kind: 'line', value: 'https://line.example.jp/sodan' }
	],
	location: {
		municipality: '990019',
		town: '本町二丁目',
		street: '3-5',
		building: words(60),
		postalCode: '000-1309',
		latitude: 36.904,
		longitude: 142.317
	},
	access: words(500),
	alert: { text: words(200) }
});
