import type { Sentence } from './sentence.ts';
/** Written after the sayings were widened, to see what of it holds for other sentences: .85 were answered. */
export const fifth: Sentence[] = [
	{ kind: 'phone', query: '相談窓口が電話のみで詰んだ', fits: [['ease=no-phone']] },
	{
		kind: 'phone',
		query: 'メールの返信は遅くてもいいので文章で相談したい',
		fits: [['ease=no-phone', 'category=online']]
	},
	{
		kind: 'phone',
		query: 'でんわにでるのがこわくて、るすでんもきけません',
		fits: [['ease=no-phone']]
	},
	{
		kind: 'phone',
		query: '声を聞かれたくないからLINEで',
		fits: [['ease=no-phone', 'ease=no-talking']]
	},
	{ kind: 'phone', query: '電話するのに三日かかる', fits: [['ease=no-phone']] },
	{
		kind: 'phone',
		query: '申し込みは紙でもいいでしょうか',
		fits: [['ease=no-phone', 'accessibility=writing']]
	},
	{ kind: 'booking', query: 'ドタキャン前提で予約なしがいい', fits: [['ease=no-booking']] },
	{
		kind: 'booking',
		query: '行けるかどうか当日にならんと分からん',
		fits: [['ease=no-booking', 'ease=come-and-go']]
	},
	{
		kind: 'booking',
		query: '十分だけ座って帰りたい',
		fits: [['ease=come-and-go', 'ease=no-talking']]
	},
	{ kind: 'booking', query: 'まず見るだけ見てみたい', fits: [['ease=visit-first']] },
	{
		kind: 'booking',
		query: 'おためしってできますか',
		fits: [['ease=visit-first', 'category=work-trial']]
	},
	{ kind: 'booking', query: '途中で外の空気を吸いに出ても平気?', fits: [['ease=come-and-go']] },
	{ kind: 'silence', query: '挨拶もできないけど行っていい?', fits: [['ease=no-talking']] },
	{
		kind: 'silence',
		query: 'みんなの前で発表とか絶対いや',
		fits: [['ease=no-talking', 'ease=no-goal']]
	},
	{ kind: 'silence', query: 'なまえをいわなくていいところ', fits: [['ease=anonymous']] },
	{
		kind: 'silence',
		query: '人がたくさんいると吐きそうになる',
		fits: [['ease=small-group', 'ease=quiet-room', 'need=health']]
	},
	{
		kind: 'silence',
		query: '音楽が鳴ってないカフェみたいな場所',
		fits: [['ease=quiet-room', 'accessibility=calm-space', 'category=ibasho']]
	},
	{
		kind: 'silence',
		query: '静かに編み物だけしてたい',
		fits: [['ease=no-talking', 'ease=quiet-room', 'need=enjoy']]
	},
	{
		kind: 'family',
		query: '三十五の息子がもう十年家にいます',
		fits: [['need=family-trouble', 'category=family', 'audience=family', 'category=consultation']]
	},
	{
		kind: 'family',
		query: '妹が食事も部屋でとるようになりました',
		fits: [['need=family-trouble', 'category=family', 'audience=family', 'category=consultation']]
	},
	{
		kind: 'family',
		query: '父です。息子と何年も話しとらん',
		fits: [['need=family-trouble', 'category=family', 'audience=family']]
	},
	{
		kind: 'family',
		query: '旦那が会社やめてから酒ばかり',
		fits: [
			[
				'need=family-trouble',
				'category=family',
				'category=consultation',
				'category=medical',
				'need=health'
			]
		]
	},
	{
		kind: 'family',
		query: '親の私が先に参ってしまいそうです',
		fits: [['need=family-trouble', 'category=family', 'need=be-heard', 'audience=family']]
	},
	{
		kind: 'family',
		query: 'ほかの親御さんの話をきいてみたい',
		fits: [['category=family', 'audience=family', 'need=family-trouble']]
	},
	{
		kind: 'family',
		query: 'むすめがりすかしてた',
		fits: [
			[
				'need=family-trouble',
				'category=family',
				'need=health',
				'category=medical',
				'category=consultation'
			]
		]
	},
	{
		kind: 'tired',
		query: '朝起きると絶望する',
		fits: [
			[
				'need=be-heard',
				'need=health',
				'category=consultation',
				'category=medical',
				'need=feel-safe'
			]
		]
	},
	{
		kind: 'tired',
		query: '誰かに「大丈夫」って言われたい',
		fits: [['need=be-heard', 'need=feel-safe', 'category=consultation']]
	},
	{
		kind: 'tired',
		query: 'なにもかもいやになった',
		fits: [['need=be-heard', 'need=feel-safe', 'category=consultation', 'need=health']]
	},
	{
		kind: 'tired',
		query: '三年間コンビニの店員としか口きいてない',
		fits: [
			[
				'need=meet-and-talk',
				'need=be-heard',
				'category=ibasho',
				'category=peer',
				'category=consultation'
			]
		]
	},
	{
		kind: 'tired',
		query: '何者にもなれないまま年だけ取った',
		fits: [
			[
				'need=be-heard',
				'need=feel-safe',
				'category=peer',
				'category=consultation',
				'category=ibasho'
			]
		]
	},
	{
		kind: 'tired',
		query: 'しんどい者同士で集まってる会',
		fits: [['category=peer', 'need=meet-and-talk']]
	},
	{
		kind: 'money',
		query: '国民健康保険の督促がきて怖くて開けてない',
		fits: [['need=money-matters', 'category=money', 'category=self-reliance']]
	},
	{
		kind: 'money',
		query: '貯金あと二万',
		fits: [['need=money-matters', 'category=money', 'category=self-reliance']]
	},
	{ kind: 'money', query: 'お金のかからない遊び場', fits: [['fee=free']] },
	{
		kind: 'money',
		query: '役所の窓口でうまく説明できず申請できませんでした',
		fits: [['need=money-matters', 'ease=accompany', 'category=money', 'category=self-reliance']]
	},
	{ kind: 'money', query: 'おこめをわけてくれるところ', fits: [['category=meals']] },
	{
		kind: 'money',
		query: '奨学金返せなくて死にそう',
		fits: [['need=money-matters', 'category=money', 'category=rights', 'category=self-reliance']]
	},
	{
		kind: 'time',
		query: 'バイト上がりに寄りたい',
		fits: [['time=evening', 'ease=evening-weekend']]
	},
	{
		kind: 'time',
		query: '日曜の午後ひまでしょうがない',
		fits: [['day=su', 'ease=evening-weekend', 'time=day']]
	},
	{
		kind: 'time',
		query: '昼の二時くらいに起きるんで',
		fits: [['time=day', 'time=evening', 'ease=evening-weekend']]
	},
	{
		kind: 'time',
		query: '金曜の夜どこか',
		fits: [['time=evening', 'day=fr', 'ease=evening-weekend']]
	},
	{ kind: 'time', query: '子供を送り出したあとの午前中', fits: [['time=morning']] },
	{
		kind: 'time',
		query: 'よる9じくらいまであいてるとこ',
		fits: [['time=evening', 'ease=evening-weekend']]
	},
	{ kind: 'age', query: '48歳ひきこもり歴20年', fits: [['age=48']] },
	{ kind: 'age', query: '大学三年で休学中', fits: [['age=21']] },
	{ kind: 'age', query: '六十過ぎの独り者', fits: [['age=62']] },
	{ kind: 'age', query: '高校生だけど一人で行っていい?', fits: [['age=16']] },
	{ kind: 'age', query: '四十代後半で友達ゼロ', fits: [['age=47']] },
	{ kind: 'age', query: '小六の息子', fits: [['age=12']] },
	{
		kind: 'gender',
		query: '女の人しか来ない日',
		fits: [['category=women', 'gender=women', 'gender=women-and-nonbinary', 'ease=women-time']]
	},
	{ kind: 'gender', query: '男でもOKな料理の会', fits: [['gender=any', 'gender=men']] },
	{
		kind: 'gender',
		query: '夫から逃げてきました',
		fits: [
			[
				'category=women',
				'gender=women',
				'category=housing',
				'category=consultation',
				'category=rights',
				'ease=women-time'
			]
		]
	},
	{
		kind: 'gender',
		query: '四十代独女、同性の友達がほしい',
		fits: [['category=women', 'gender=women', 'gender=women-and-nonbinary', 'ease=women-time']]
	},
	{
		kind: 'gender',
		query: '男子トイレも女子トイレも入りにくい',
		fits: [['accessibility=all-gender-toilet']]
	},
	{
		kind: 'gender',
		query: '男の先生はいや',
		fits: [['category=women', 'gender=women', 'gender=women-and-nonbinary', 'ease=women-time']]
	},
	{
		kind: 'online',
		query: '外に出る服がないからネットで',
		fits: [['online=yes', 'ease=online-ok', 'category=online', 'need=connect-from-home']]
	},
	{
		kind: 'online',
		query: 'チャットだけの居場所ありますか',
		fits: [['online=yes', 'ease=online-ok', 'category=online']]
	},
	{ kind: 'online', query: 'カメラつけなくていいZoomの会', fits: [['ease=no-face', 'online=yes']] },
	{
		kind: 'online',
		query: '夜中にだれか起きてるオンライン',
		fits: [['online=yes', 'category=online', 'ease=online-ok']]
	},
	{
		kind: 'online',
		query: 'ベッドから出ないまま人としゃべりたい',
		fits: [['online=yes', 'ease=online-ok', 'category=online', 'need=connect-from-home']]
	},
	{ kind: 'town', query: 'つばき村に何かある?', fits: [['municipality=つばき村']] },
	{
		kind: 'town',
		query: 'さくら市でご飯食べられるとこ',
		fits: [['municipality=さくら市'], ['category=meals', 'need=daily-help', 'category=ibasho']]
	},
	{ kind: 'town', query: '駐車場がでかいとこ', fits: [['accessibility=parking']] },
	{ kind: 'town', query: '電車もバスもないので来てほしい', fits: [['ease=comes-to-you']] },
	{
		kind: 'town',
		query: '知ってる顔に会わない遠い町がいい',
		fits: [['residency=none', 'accessibility=separate-entrance', 'online=yes', 'ease=anonymous']]
	},
	{
		kind: 'town',
		query: '車いすのまま入れますか',
		fits: [['accessibility=step-free', 'accessibility=lift', 'accessibility=accessible-toilet']]
	},
	{
		kind: 'work',
		query: '面接で空白期間つっこまれるのが怖すぎる',
		fits: [['category=work', 'need=own-way-work']]
	},
	{
		kind: 'work',
		query: '週二で三時間だけ働きたい',
		fits: [['category=work', 'need=own-way-work']]
	},
	{
		kind: 'work',
		query: 'しごとしたことないけどできますか',
		fits: [['category=work', 'need=own-way-work']]
	},
	{
		kind: 'work',
		query: '畑とか農家の手伝いで働けるとこ',
		fits: [['category=work', 'need=own-way-work', 'category=continuous-work']]
	},
	{
		kind: 'work',
		query: '就職したけど職場でしゃべれず限界',
		fits: [
			[
				'category=work',
				'need=own-way-work',
				'category=employment-retention',
				'category=consultation',
				'need=be-heard'
			]
		]
	},
	{
		kind: 'work',
		query: 'パソコン覚えて在宅で食べていきたい',
		fits: [['category=work', 'need=own-way-work', 'need=learn', 'category=learning']]
	},
	{
		kind: 'pleasure',
		query: 'カラオケ行きたいけど一人はいや',
		fits: [['need=enjoy', 'category=peer-hobby']]
	},
	{
		kind: 'pleasure',
		query: '本を読むだけの集まり',
		fits: [['need=enjoy', 'category=peer-hobby', 'category=ibasho']]
	},
	{
		kind: 'pleasure',
		query: 'ポケモンカードやってる人',
		fits: [['need=enjoy', 'category=peer-hobby']]
	},
	{
		kind: 'pleasure',
		query: 'プラモつくりたいなあ',
		fits: [['need=enjoy', 'category=peer-hobby']]
	},
	{
		kind: 'pleasure',
		query: 'ちょっと散歩につきあってくれる人',
		fits: [['need=enjoy', 'category=peer-hobby', 'ease=comes-to-you', 'category=visiting']]
	},
	{
		kind: 'pleasure',
		query: '絵をかくのがすきです',
		fits: [['need=enjoy', 'category=peer-hobby']]
	},
	{
		kind: 'illness',
		query: '薬が切れそうだけど病院に行けない',
		fits: [['category=medical', 'need=health', 'category=visiting-care']]
	},
	{ kind: 'illness', query: '人の声が悪口に聞こえる', fits: [['category=medical', 'need=health']] },
	{
		kind: 'illness',
		query: '食べたあと全部もどしてしまう',
		fits: [['category=medical', 'need=health', 'category=counselling']]
	},
	{
		kind: 'illness',
		query: 'おいしゃさんにうちにきてほしい',
		fits: [['category=visiting-care', 'category=medical', 'ease=comes-to-you']]
	},
	{
		kind: 'illness',
		query: 'カウンセリング受けたいけど高そう',
		fits: [['category=counselling', 'need=be-heard', 'need=health']]
	},
	{
		kind: 'illness',
		query: '発達障害かもと職場で言われた',
		fits: [['category=medical', 'need=health', 'category=consultation', 'ease=no-diagnosis']]
	},
	{
		kind: 'living',
		query: '洗濯物の山で寝てる',
		fits: [['need=daily-help', 'category=daily-life']]
	},
	{
		kind: 'living',
		query: 'アパート追い出されそうです',
		fits: [['need=place-to-live', 'category=housing', 'need=money-matters']]
	},
	{
		kind: 'living',
		query: 'ご飯つくれない、毎日カップ麺',
		fits: [['need=daily-help', 'category=daily-life', 'category=meals', 'category=life-training']]
	},
	{
		kind: 'living',
		query: 'グループホームの体験ってできますか',
		fits: [['category=group-home', 'category=housing', 'need=place-to-live']]
	},
	{
		kind: 'living',
		query: '親元をはなれたいがお金も仕事もない',
		fits: [
			['need=place-to-live', 'category=housing', 'need=money-matters', 'category=self-reliance']
		]
	},
	{
		kind: 'living',
		query: '朝ちゃんと起きる練習をしたい',
		fits: [['need=daily-help', 'category=life-training', 'category=daily-life']]
	},
	{
		kind: 'supporter',
		query: '包括です。80代母と50代無職の息子の世帯',
		fits: [
			['need=family-trouble', 'audience=supporter', 'category=consultation', 'category=family']
		]
	},
	{
		kind: 'supporter',
		query: '訪問しても会えない方へのアプローチ',
		fits: [
			['category=visiting', 'audience=supporter', 'category=consultation', 'ease=comes-to-you']
		]
	},
	{
		kind: 'supporter',
		query: '手帳のない方でも使える居場所を案内したい',
		fits: [['ease=no-diagnosis']]
	},
	{
		kind: 'supporter',
		query: '不登校の生徒に紹介できる学びの場',
		fits: [['category=learning', 'category=free-school', 'need=learn']]
	},
	{
		kind: 'supporter',
		query: '本人と一緒に見学可能な就労移行',
		fits: [['category=employment-transition', 'category=work']]
	},
	{
		kind: 'supporter',
		query: 'ピアサポーターになるには',
		fits: [['need=help-others', 'audience=experienced']]
	}
];
