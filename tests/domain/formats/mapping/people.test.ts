import { describe, expect, it } from 'vitest';
import { holdsPeople, isOfPeople, isPersonName } from '#lib/domain/formats/mapping/people.ts';

describe('A column', () => {
	it.each(
		(
			'管理者 管理者氏名 院長 院長名 病院長 施設長 施設長氏名 園長名 所長 センター長 代表 代表者 代表者名 代表者氏名 法人代表者 ' +
			'理事長名 自治会長 会長名 会長住所 会長電話 担当 担当者 担当者名 担当者連絡先 担当者メール 担当者電話番号 代表者連絡先 記入者 ' +
			'記入者氏名 作成者 世話人 世話人（連絡先） 氏名 お名前 サービス管理責任者 児童発達支援管理責任者 サービス提供責任者 責任者名 ' +
			'連絡責任者 医師 医師名 主治医 担当医 嘱託医 講師 講師名 ファシリテーター コーディネーター 民生委員名 保護司 ケアマネジャー 顧問 ' +
			'スタッフ 相談員 職員 事務局長 支部長名 部会長電話 開設者氏名 窓口担当 ﾀﾝﾄｳ担当者'
		).split(' ')
	)('called %s is one of people', (header) => expect(isOfPeople(header)).toBe('certainly'));

	it.each(
		'設置者 設置者名 運営者名 開設者 申請者名称 主催者 相談支援専門員 精神保健福祉士 保健師'.split(
			' '
		)
	)('called %s may be one of people: its values tell', (header) =>
		expect(isOfPeople(header)).toBe('perhaps')
	);

	it.each(
		(
			'担当課 担当部署 担当課名 担当地区 代表電話 代表電話番号 職員数 医師数 看護師数 医師会 会員数 スタッフ数 特長 延長 対象者 参加者 相談員の資格 スタッフ体制 ' +
			'名称 施設名 事業所名 運営法人 法人名 団体名 電話番号 相談窓口 会名 連絡先 支援内容 利用者数 委員会'
		).split(' ')
	)('called %s is none', (header) => expect(isOfPeople(header)).not.toBe('certainly'));

	it('of full names is one of people whatever it is called', () => {
		expect(holdsPeople(['見本 太郎', '例　花子', ''])).toBe(true);
		expect(holdsPeople(['見本花子様', '例先生', '福祉課'])).toBe(true);
		expect(holdsPeople(['ひだまりの家', '見本 クリニック', '例 の会'])).toBe(false);
		expect(holdsPeople([''])).toBe(false);
	});

	it.each(['福祉 センター', '見本 事務局', '見本市 福祉課', '例 クリニック'])(
		'of %s is of an office',
		(text) => expect(isPersonName(text)).toBe(false)
	);
});
