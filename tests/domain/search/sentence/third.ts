import type { Sentence } from './sentence.ts';

/** Fragments, worries and memos, as typed at two in the morning; written blind to the engine and its sayings; .84 were answered before its failures were read. */
export const third: Sentence[] = [
	// phone
	{ kind: 'phone', query: '電話が怖い。呼び出し音だけで手が震える', fits: [['ease=no-phone']] },
	{ kind: 'phone', query: 'でんわいがいで もうしこみたい', fits: [['ease=no-phone']] },
	{ kind: 'phone', query: '人と話すの無理だからメールで予約できるとこ', fits: [['ease=no-phone']] },
	{
		kind: 'phone',
		query: '電話は苦手、でも誰かとは繋がってたい',
		fits: [
			['ease=no-phone'],
			['need=meet-and-talk', 'need=connect-from-home', 'need=feel-safe', 'need=be-heard']
		]
	},
	{ kind: 'phone', query: '電話せんでも申し込めるとこ、なかと？', fits: [['ease=no-phone']] },
	{ kind: 'phone', query: '電和なしで申し込みたい', fits: [['ease=no-phone']] },
	{
		kind: 'phone',
		query: '【メモ】本人電話に強い抵抗。初回メール連絡可の相談窓口',
		fits: [['ease=no-phone'], ['category=consultation', 'need=be-heard']]
	},
	{ kind: 'phone', query: '電話番号しか載ってないとそこで諦めちゃう', fits: [['ease=no-phone']] },
	{
		kind: 'phone',
		query: 'もしもしが いえない',
		fits: [['ease=no-phone', 'accessibility=writing']]
	},
	{
		kind: 'phone',
		query: '娘は電話を取りません。文字でやりとりしてくださる所はございますか',
		fits: [['ease=no-phone', 'ease=no-face', 'accessibility=writing']]
	},
	{
		kind: 'phone',
		query: '家の電話だと親に聞かれるから嫌。スマホから申し込みたい',
		fits: [['ease=no-phone']]
	},
	{ kind: 'phone', query: 'DMとかで申し込めたら最高なんだけど', fits: [['ease=no-phone']] },
	{
		kind: 'phone',
		query: '吃音があって電話は厳しいです',
		fits: [['ease=no-phone', 'accessibility=writing']]
	},
	{
		kind: 'phone',
		query: '電話かけずに心の調子を診てもらえるとこ',
		fits: [['ease=no-phone'], ['category=medical', 'category=counselling']]
	},
	{
		kind: 'phone',
		query: 'でんわしないで しごとの そうだん',
		fits: [['ease=no-phone'], ['category=work', 'need=own-way-work']]
	},
	{ kind: 'phone', query: '電話恐怖症ワイ、無事詰む', fits: [['ease=no-phone']] },
	// booking
	{
		kind: 'booking',
		query: '当日の朝にならないと行けるかわからない',
		fits: [['ease=no-booking', 'ease=come-and-go']]
	},
	{
		kind: 'booking',
		query: '予約とかキャンセルとか考えるだけで胃が痛い',
		fits: [['ease=no-booking']]
	},
	{ kind: 'booking', query: 'よやくしないで いける ばしょ', fits: [['ease=no-booking']] },
	{ kind: 'booking', query: '今からふらっと行ってもいい？', fits: [['ease=no-booking']] },
	{
		kind: 'booking',
		query: 'ドタキャンが申し訳なくて、もう予約というものができません',
		fits: [['ease=no-booking', 'ease=come-and-go']]
	},
	{
		kind: 'booking',
		query: '予約いらんくて静かにしてられる場所ない？',
		fits: [['ease=no-booking'], ['ease=no-talking', 'ease=quiet-room', 'accessibility=calm-space']]
	},
	{
		kind: 'booking',
		query: '申込書とか書かなくていい無料のとこ',
		fits: [['ease=no-booking'], ['fee=free']]
	},
	{ kind: 'booking', query: 'まず覗くだけ覗いてみたい', fits: [['ease=visit-first']] },
	{ kind: 'booking', query: 'けんがくだけでも いいですか', fits: [['ease=visit-first']] },
	{
		kind: 'booking',
		query: '予訳なしで入れる居場所',
		fits: [
			['ease=no-booking'],
			['category=ibasho', 'category=peer', 'category=online', 'category=meals']
		]
	},
	{
		kind: 'booking',
		query: '体調に波があり事前の約束が難しい方。当日利用できるところを探しています',
		fits: [['ease=no-booking']]
	},
	{ kind: 'booking', query: '途中で帰りたくなったら帰っていいとこ', fits: [['ease=come-and-go']] },
	{ kind: 'booking', query: '遅刻しても怒られへんとこがええ', fits: [['ease=come-and-go']] },
	{ kind: 'booking', query: '5分だけ居て帰るとかアリ？', fits: [['ease=come-and-go']] },
	{
		kind: 'booking',
		query: '思い立った夜にそのまま行けるところ',
		fits: [['ease=no-booking'], ['time=evening', 'ease=evening-weekend']]
	},
	{
		kind: 'booking',
		query: '息子が行く前に一度見学させていただけますでしょうか',
		fits: [['ease=visit-first']]
	},
	// silence
	{ kind: 'silence', query: '黙ったまま座ってたい', fits: [['ease=no-talking']] },
	{ kind: 'silence', query: '喋ると次の日寝込む。無言でいい場所', fits: [['ease=no-talking']] },
	{ kind: 'silence', query: 'なまえを いうのが こわい', fits: [['ease=anonymous']] },
	{
		kind: 'silence',
		query: '話しかけられたくないけど一人は寂しい',
		fits: [
			['ease=no-talking'],
			['category=ibasho', 'category=peer', 'category=online', 'category=women', 'need=feel-safe']
		]
	},
	{
		kind: 'silence',
		query: '声が出なくなってしまった娘でも行けるところを探しております',
		fits: [['ease=no-talking', 'accessibility=writing']]
	},
	{ kind: 'silence', query: '場面緘黙 大人', fits: [['ease=no-talking', 'accessibility=writing']] },
	{ kind: 'silence', query: '雑談ができない。天気の話すら無理', fits: [['ease=no-talking']] },
	{ kind: 'silence', query: 'なんも しゃべらんで ええとこ', fits: [['ease=no-talking']] },
	{
		kind: 'silence',
		query: '聞いてるだけで参加できる会ってある？',
		fits: [
			['ease=no-talking'],
			[
				'category=peer',
				'category=online',
				'category=women',
				'category=family',
				'category=learning',
				'category=ibasho'
			]
		]
	},
	{
		kind: 'silence',
		query: '筆談で応じてもらえる所はありますか',
		fits: [['accessibility=writing']]
	},
	{
		kind: 'silence',
		query: 'ざわざわした音がだめ 静かな部屋があるとこ',
		fits: [['accessibility=calm-space', 'ease=quiet-room']]
	},
	{
		kind: 'silence',
		query: '本名言いたくないし喋りたくもない',
		fits: [['ease=no-talking'], ['ease=anonymous']]
	},
	{
		kind: 'silence',
		query: 'だれとも めを あわせずに いたい',
		fits: [['ease=no-talking', 'ease=no-face']]
	},
	{ kind: 'silence', query: '会話無死で過ごせる場所', fits: [['ease=no-talking']] },
	{
		kind: 'silence',
		query: 'コミュ障すぎて輪に入れん。端っこに座ってるだけでいい？',
		fits: [['ease=no-talking']]
	},
	{
		kind: 'silence',
		query: '土曜に、無言で居られるところ',
		fits: [['ease=no-talking'], ['day=sa']]
	},
	// family
	{
		kind: 'family',
		query: '夫が三年、部屋から出てきません',
		fits: [['need=family-trouble', 'category=family']]
	},
	{
		kind: 'family',
		query: '息子になんて声をかけたらいいのか、もうわからない',
		fits: [['need=family-trouble', 'category=family']]
	},
	{
		kind: 'family',
		query: 'むすめが ごはんのときしか でてきません',
		fits: [['need=family-trouble', 'category=family']]
	},
	{
		kind: 'family',
		query: '本人に内緒で親だけ相談に行きたい',
		fits: [
			['ease=family-alone'],
			['category=consultation', 'category=family', 'need=family-trouble']
		]
	},
	{
		kind: 'family',
		query: '弟がずっと家にいる。親も年だし、この先どうなんの',
		fits: [['need=family-trouble', 'category=family']]
	},
	{ kind: 'family', query: '父親が顔を出せる会ってないのか', fits: [['category=family']] },
	{
		kind: 'family',
		query: '同じ悩みの親御さんと、お茶でも飲みながら話したいです',
		fits: [['category=family']]
	},
	{
		kind: 'family',
		query: '息子が怒鳴る。家にいるのが怖い',
		fits: [['need=family-trouble', 'category=family', 'category=consultation']]
	},
	{
		kind: 'family',
		query: '孫が学校にも仕事にも行っとらん。どこに聞けばよかろうか',
		fits: [['need=family-trouble', 'category=family', 'need=not-sure']]
	},
	{
		kind: 'family',
		query: 'おやなきあとが しんぱい',
		fits: [['category=rights', 'category=family']]
	},
	{
		kind: 'family',
		query: '八十二歳の母です。五十代の息子をいつまで支えられるか不安でなりません',
		fits: [['need=family-trouble', 'category=family']]
	},
	{
		kind: 'family',
		query: '嫁さんがひきこもってて俺だけ働いてる。予約なしで話聞いてくれるとこ',
		fits: [['ease=no-booking'], ['need=family-trouble', 'category=family', 'category=consultation']]
	},
	{
		kind: 'family',
		query: '家族会 オンライン',
		fits: [['online=yes'], ['category=family', 'need=family-trouble']]
	},
	{
		kind: 'family',
		query: 'うちの姉のこと、きょうだい同士で話せる場',
		fits: [['category=family']]
	},
	{
		kind: 'family',
		query: '息子が引きこもt手五年になります',
		fits: [['need=family-trouble', 'category=family']]
	},
	{
		kind: 'family',
		query: '親の育て方と責められるのはもうたくさん。匿名で話したい',
		fits: [['ease=anonymous'], ['need=family-trouble', 'category=family']]
	},
	// tired
	{ kind: 'tired', query: 'もう何もしたくない', fits: [['need=feel-safe', 'ease=no-goal']] },
	{ kind: 'tired', query: '頑張れって言われない場所', fits: [['need=feel-safe', 'ease=no-goal']] },
	{ kind: 'tired', query: 'つかれた もうねたい', fits: [['need=feel-safe', 'need=be-heard']] },
	{ kind: 'tired', query: '消えたい', fits: [['need=be-heard', 'need=health']] },
	{ kind: 'tired', query: 'ただ寝転がってていいとこ', fits: [['need=feel-safe']] },
	{
		kind: 'tired',
		query: 'しんどくて布団から出れへん',
		fits: [['need=connect-from-home', 'need=feel-safe']]
	},
	{
		kind: 'tired',
		query: '「これからどうするの」って聞かれるのもうムリ',
		fits: [['ease=no-goal', 'need=feel-safe']]
	},
	{
		kind: 'tired',
		query: 'いばしょが ほしい ただそれだけ',
		fits: [['category=ibasho', 'need=feel-safe']]
	},
	{ kind: 'tired', query: '目標とか計画とか立てさせられない居場所', fits: [['ease=no-goal']] },
	{
		kind: 'tired',
		query: '疲れた 泣きたい 誰か聞いて',
		fits: [['need=be-heard', 'category=consultation']]
	},
	{
		kind: 'tired',
		query: '支援を受けることに疲れてしまいました。何も求められない所はありますか',
		fits: [['ease=no-goal', 'need=feel-safe']]
	},
	{
		kind: 'tired',
		query: '生きるのめんどい。夜だけ誰かいてほしい',
		fits: [
			['time=evening', 'ease=evening-weekend'],
			['need=be-heard', 'need=feel-safe', 'need=meet-and-talk', 'need=connect-from-home']
		]
	},
	{
		kind: 'tired',
		query: '人付き合いに疲れた 少人数でひっそり',
		fits: [['ease=small-group'], ['need=feel-safe', 'ease=no-talking', 'need=meet-and-talk']]
	},
	{
		kind: 'tired',
		query: '心が折れてから動けない。家まで来てもらえたりするのかな',
		fits: [['ease=comes-to-you']]
	},
	{ kind: 'tired', query: '休めるbあしょ', fits: [['need=feel-safe', 'ease=quiet-room']] },
	{
		kind: 'tired',
		query: 'なーんもせんと、ぼーっとしときたいわ',
		fits: [['need=feel-safe', 'ease=no-goal']]
	},
	// money
	{
		kind: 'money',
		query: '財布に300円しかない どうしよ',
		fits: [['need=money-matters', 'ease=pay-later', 'category=meals']]
	},
	{
		kind: 'money',
		query: 'おかねが なくても いける いばしょ',
		fits: [
			['fee=free', 'ease=pay-later'],
			['category=ibasho', 'category=peer', 'category=online', 'category=women', 'category=meals']
		]
	},
	{ kind: 'money', query: '生活保護の申請がこわい', fits: [['need=money-matters']] },
	{ kind: 'money', query: '障害年金もらえるのか知りたい', fits: [['need=money-matters']] },
	{
		kind: 'money',
		query: '親の年金で食ってる。親が死んだら終わり',
		fits: [['need=money-matters']]
	},
	{ kind: 'money', query: '督促状が溜まってて封が開けられません', fits: [['need=money-matters']] },
	{ kind: 'money', query: 'タダで飯食えるとこ', fits: [['category=meals']] },
	{
		kind: 'money',
		query: '無料で、女の人だけの集まり',
		fits: [['fee=free'], ['category=women', 'ease=women-time']]
	},
	{ kind: 'money', query: '国保の滞納 どこ行けばいい', fits: [['need=money-matters']] },
	{
		kind: 'money',
		query: 'むりょうの そうだん',
		fits: [['fee=free'], ['category=consultation', 'need=be-heard']]
	},
	{
		kind: 'money',
		query: 'カウンセリング受けたいけど高いのは払えない',
		fits: [
			['category=consultation', 'need=be-heard'],
			['fee=free', 'fee=insured']
		]
	},
	{
		kind: 'money',
		query: '息子の国民年金を私が払い続けています。いつまで続くのでしょうか',
		fits: [['need=money-matters']]
	},
	{ kind: 'money', query: '保険がきく心の病院', fits: [['category=medical'], ['fee=insured']] },
	{
		kind: 'money',
		query: 'おかnえがない たすけて',
		fits: [['need=money-matters', 'ease=pay-later', 'category=meals']]
	},
	{
		kind: 'money',
		query: '月々の出費、一緒に紙に書いて整理してくれる人いないかな',
		fits: [['need=money-matters']]
	},
	{
		kind: 'money',
		query: '参加費かからへん居場所おせーて',
		fits: [['fee=free'], ['category=ibasho', 'category=peer', 'category=online', 'category=women']]
	},
	// time
	{
		kind: 'time',
		query: '深夜も起きてる人が集まるとこ',
		fits: [
			['time=evening', 'ease=evening-weekend'],
			['category=ibasho', 'category=peer', 'category=online', 'category=women']
		]
	},
	{
		kind: 'time',
		query: '日曜もやってる居場所',
		fits: [['day=su'], ['category=ibasho', 'category=peer', 'category=online', 'category=women']]
	},
	{ kind: 'time', query: 'よるだけ うごける', fits: [['time=evening', 'ease=evening-weekend']] },
	{
		kind: 'time',
		query: '昼夜逆転してても行けるとこ',
		fits: [['time=evening', 'ease=evening-weekend', 'text=昼から', 'text=昼すぎ']]
	},
	{
		kind: 'time',
		query: '朝早くがいい、人が少ないから。居場所みたいな',
		fits: [['time=morning'], ['category=ibasho', 'category=peer', 'need=feel-safe']]
	},
	{
		kind: 'time',
		query: '平日は働いております。土日に親が相談できる所をお教えください',
		fits: [
			['ease=evening-weekend', 'day=sa', 'day=su'],
			['category=consultation', 'category=family', 'need=family-trouble']
		]
	},
	{
		kind: 'time',
		query: '仕事終わりに寄れるとこ',
		fits: [['time=evening', 'ease=evening-weekend']]
	},
	{ kind: 'time', query: '水曜の午後あいてるとこ', fits: [['day=we'], ['time=day']] },
	{ kind: 'time', query: 'げつようびに いけるところ', fits: [['day=mo']] },
	{ kind: 'time', query: '金曜の夜ひまなんよ', fits: [['day=fr'], ['time=evening']] },
	{
		kind: 'time',
		query: '平日の昼間に居られる場所',
		fits: [
			['time=day'],
			['day=mo', 'day=tu', 'day=we', 'day=th', 'day=fr'],
			[
				'category=ibasho',
				'category=peer',
				'category=online',
				'category=women',
				'category=day-care',
				'category=life-training'
			]
		]
	},
	{ kind: 'time', query: '夕型から開いてる所', fits: [['time=evening', 'ease=evening-weekend']] },
	{
		kind: 'time',
		query: '朝起きれんけん、昼過ぎから行けるデイケアか居場所',
		fits: [['time=day'], ['category=day-care', 'category=ibasho']]
	},
	{ kind: 'time', query: 'クリニック 土曜', fits: [['day=sa'], ['category=medical']] },
	{
		kind: 'time',
		query: '夜8時すぎ ネットで話せる',
		fits: [['online=yes'], ['time=evening', 'ease=evening-weekend']]
	},
	{
		kind: 'time',
		query: '世間が休みの日がいちばんつらい 日曜とか',
		fits: [['day=su', 'ease=evening-weekend']]
	},
	// age
	{
		kind: 'age',
		query: '52歳男 無職 行くとこなし',
		fits: [
			['age=52'],
			['gender=any', 'gender=men'],
			['category=ibasho', 'category=peer', 'need=feel-safe', 'need=meet-and-talk']
		]
	},
	{
		kind: 'age',
		query: '15さいでも はいれる いばしょ',
		fits: [['age=15'], ['category=ibasho', 'category=peer', 'category=learning', 'category=online']]
	},
	{
		kind: 'age',
		query: '四十過ぎたけんど、同じくらいの人としゃべりてえ',
		fits: [['age=43'], ['category=peer', 'need=meet-and-talk']]
	},
	{
		kind: 'age',
		query: '大学やめた22歳の居場所',
		fits: [['age=22'], ['category=ibasho', 'category=peer', 'category=online']]
	},
	{
		kind: 'age',
		query: '還暦ひきこもり',
		fits: [['age=60'], ['category=ibasho', 'category=peer', 'need=feel-safe', 'need=be-heard']]
	},
	{
		kind: 'age',
		query: '高校生の娘が学校へ行けておりません',
		fits: [
			['age=16'],
			['need=learn', 'need=family-trouble', 'category=ibasho-youth', 'category=learning']
		]
	},
	{
		kind: 'age',
		query: '若い子ばっかのとこは浮く。三十代後半でも行けるとこ',
		fits: [['age=38'], ['category=ibasho', 'category=peer']]
	},
	{
		kind: 'age',
		query: '年齢制限ない居場所ある？',
		fits: [
			['age=8'],
			['age=80'],
			['category=ibasho', 'category=peer', 'category=online', 'category=meals']
		]
	},
	{
		kind: 'age',
		query: 'ちゅうがくせいの いばしょ',
		fits: [['age=14'], ['category=ibasho', 'category=learning', 'category=peer', 'category=online']]
	},
	{
		kind: 'age',
		query: '65歳を超えた方が使える居場所・集い（ケアマネより）',
		fits: [
			['age=66'],
			['category=ibasho', 'category=peer', 'category=meals', 'category=family', 'category=women']
		]
	},
	{
		kind: 'age',
		query: '二十代で同い年ぐらいの子と喋りたい',
		fits: [['age=24'], ['category=peer', 'category=ibasho-youth', 'need=meet-and-talk']]
	},
	{
		kind: 'age',
		query: '18才 精神科 行ける？',
		fits: [['age=18'], ['category=medical', 'category=counselling']]
	},
	{
		kind: 'age',
		query: '40だい むしょく はたらいたことない',
		fits: [['age=42'], ['category=work', 'need=own-way-work']]
	},
	{
		kind: 'age',
		query: '30第 女 居場所',
		fits: [['age=33'], ['category=women', 'ease=women-time', 'category=ibasho', 'category=peer']]
	},
	{
		kind: 'age',
		query: '7040です。七十の私と四十の息子、一緒に相談できますか',
		fits: [['age=40'], ['need=family-trouble', 'category=family']]
	},
	{
		kind: 'age',
		query: '小5の息子が学校に行けず昼夜逆転してしまって',
		fits: [
			['age=11'],
			['category=learning', 'need=health', 'need=family-trouble', 'category=family']
		]
	},
	// gender
	{
		kind: 'gender',
		query: '男の人がおると緊張する',
		fits: [['category=women', 'ease=women-time']]
	},
	{
		kind: 'gender',
		query: '女性だけの場所でゆっくり休みたい',
		fits: [
			['category=women', 'ease=women-time'],
			['need=feel-safe', 'ease=no-talking', 'ease=come-and-go', 'accessibility=calm-space']
		]
	},
	{
		kind: 'gender',
		query: 'おんなの そうだんいんさんが いい',
		fits: [['category=women', 'ease=women-time', 'text=女性の看護師']]
	},
	{
		kind: 'gender',
		query: 'Xジェンダーです、男女で分けられるのがつらい',
		fits: [['gender=women-and-nonbinary', 'accessibility=all-gender-toilet']]
	},
	{
		kind: 'gender',
		query: 'トランス女性も参加できる女性の会',
		fits: [['category=women', 'gender=women', 'gender=women-and-nonbinary']]
	},
	{
		kind: 'gender',
		query: '夫から離れたい、泊まるところ',
		fits: [['category=women', 'category=housing']]
	},
	{
		kind: 'gender',
		query: 'キャピキャピした女子会は無理。静かな女性の会',
		fits: [
			['category=women', 'ease=women-time'],
			['ease=no-talking', 'accessibility=calm-space', 'ease=small-group', 'ease=come-and-go']
		]
	},
	{
		kind: 'gender',
		query: '男が行っても浮かない居場所',
		fits: [
			['gender=any', 'gender=men'],
			['category=ibasho', 'category=peer']
		]
	},
	{
		kind: 'gender',
		query: '体のこととか、女同士でしか言えない話がしたい',
		fits: [['category=women']]
	},
	{
		kind: 'gender',
		query: '小さい子連れでも行ける集まり 母親です',
		fits: [['accessibility=child-space']]
	},
	{
		kind: 'gender',
		query: 'トイレが男女で分かれてると外出できない',
		fits: [['accessibility=all-gender-toilet']]
	},
	{
		kind: 'gender',
		query: 'ひきこもり女子 家から参加',
		fits: [['category=women', 'ease=women-time'], ['online=yes']]
	},
	{
		kind: 'gender',
		query: 'おんなのひとだけの かい',
		fits: [['category=women', 'ease=women-time']]
	},
	{ kind: 'gender', query: '女整限定の居場所', fits: [['category=women', 'ease=women-time']] },
	{ kind: 'gender', query: '性別とか名前とか聞かれない場所', fits: [['ease=anonymous']] },
	{
		kind: 'gender',
		query: '娘が男性恐怖症でして、女性だけの場を希望いたします',
		fits: [['category=women', 'ease=women-time']]
	},
	// online
	{
		kind: 'online',
		query: 'ゴミ出し以外もう一年も玄関を開けていません。家にいたまま誰かと話せますか',
		fits: [
			['online=yes', 'ease=comes-to-you', 'need=connect-from-home'],
			['need=meet-and-talk', 'need=be-heard', 'need=connect-from-home']
		]
	},
	{ kind: 'online', query: 'Zoomは顔映るから嫌や', fits: [['ease=no-face']] },
	{ kind: 'online', query: 'おうちから さんかできる', fits: [['online=yes']] },
	{ kind: 'online', query: 'メタバース 居場所', fits: [['category=online']] },
	{
		kind: 'online',
		query: 'ディスコみたいな引きこもり鯖ない？',
		fits: [['category=online', 'ease=online-ok']]
	},
	{
		kind: 'online',
		query: 'チャットで愚痴りたい',
		fits: [['online=yes'], ['ease=no-talking', 'ease=no-face', 'need=be-heard']]
	},
	{
		kind: 'online',
		query: 'カメラオフ＆ミュートで聞き専したい',
		fits: [['ease=no-face'], ['ease=no-talking']]
	},
	{
		kind: 'online',
		query: 'ネットの当事者会',
		fits: [['online=yes'], ['category=peer', 'need=meet-and-talk']]
	},
	{
		kind: 'online',
		query: '県外やけどオンラインなら入れる？',
		fits: [['online=yes'], ['residency=none']]
	},
	{
		kind: 'online',
		query: 'パソコンの画面ごしに親の相談にのっていただけるところ',
		fits: [
			['online=yes'],
			['audience=family'],
			['category=consultation', 'category=family', 'need=be-heard', 'need=family-trouble']
		]
	},
	{
		kind: 'online',
		query: '在宅でできる勉強会',
		fits: [['online=yes'], ['need=learn', 'category=learning']]
	},
	{
		kind: 'online',
		query: 'スマホしかない。ネットの居場所',
		fits: [
			['online=yes'],
			['category=ibasho', 'category=peer', 'category=online', 'need=feel-safe']
		]
	},
	{ kind: 'online', query: 'がめんごしなら はなせるかも', fits: [['online=yes']] },
	{
		kind: 'online',
		query: 'おんrいんで相談',
		fits: [['online=yes'], ['category=consultation', 'need=be-heard']]
	},
	{
		kind: 'online',
		query: 'もくもく会みたいな、作業しながら繋がるやつ',
		fits: [['category=online'], ['need=enjoy', 'need=learn']]
	},
	{ kind: 'online', query: '外出困難な方。オンライン参加可の社会資源', fits: [['online=yes']] },
	// town
	{
		kind: 'town',
		query: 'さくら市 居場所',
		fits: [['municipality=さくら市'], ['category=ibasho', 'category=peer']]
	},
	{
		kind: 'town',
		query: 'もみじちょうで そうだん',
		fits: [['municipality=もみじ町'], ['category=consultation', 'need=be-heard']]
	},
	{
		kind: 'town',
		query: 'もみじ町で体の具合を診てくれる人',
		fits: [['municipality=もみじ町'], ['need=health', 'category=medical']]
	},
	{ kind: 'town', query: 'つばき村ってなんかあるん？', fits: [['municipality=つばき村']] },
	{
		kind: 'town',
		query: 'すみれ町 相談',
		fits: [['municipality=すみれ町'], ['category=consultation', 'need=be-heard']]
	},
	{
		kind: 'town',
		query: 'かえで市 夜やってるとこ',
		fits: [['municipality=かえで市'], ['time=evening', 'ease=evening-weekend']]
	},
	{
		kind: 'town',
		query: 'さくらしの かぞくかい',
		fits: [['municipality=さくら市'], ['category=family']]
	},
	{
		kind: 'town',
		query: '紅葉町 居場所',
		fits: [['municipality=もみじ町'], ['category=ibasho', 'category=peer']]
	},
	{
		kind: 'town',
		query: 'さくら市 駅から歩けるところ',
		fits: [['municipality=さくら市'], ['accessibility=near-transit']]
	},
	{
		kind: 'town',
		query: 'よその市に住んでても行っていい居場所',
		fits: [['residency=none'], ['category=ibasho', 'category=peer']]
	},
	{
		kind: 'town',
		query: 'かえで市、車なし、駅近で',
		fits: [['municipality=かえで市'], ['accessibility=near-transit']]
	},
	{
		kind: 'town',
		query: 'すみれ町の叔母です。甥の家を訪ねてくださる方は',
		fits: [['municipality=すみれ町'], ['ease=comes-to-you']]
	},
	{
		kind: 'town',
		query: 'さくら市で働く練習',
		fits: [['municipality=さくら市'], ['category=work', 'need=own-way-work']]
	},
	{
		kind: 'town',
		query: 'もみじ町 予約いらない',
		fits: [['municipality=もみじ町'], ['ease=no-booking']]
	},
	{
		kind: 'town',
		query: '田舎だから知り合いに見られたくない。こっそり入れるとこ',
		fits: [['accessibility=separate-entrance', 'text=人目']]
	},
	{
		kind: 'town',
		query: 'つばき村まで迎えに来てほしい',
		fits: [['municipality=つばき村'], ['ease=comes-to-you']]
	},
	// work
	{
		kind: 'work',
		query: '職歴ゼロ35歳、働けるかな',
		fits: [['age=35'], ['category=work', 'need=own-way-work']]
	},
	{
		kind: 'work',
		query: '週一で1時間なら働けるかも',
		fits: [['category=work', 'need=own-way-work']]
	},
	{
		kind: 'work',
		query: 'ばいと こわい でも はたらきたい',
		fits: [['category=work', 'need=own-way-work']]
	},
	{
		kind: 'work',
		query: '履歴書の空白、何て書けばいいのか',
		fits: [['category=work', 'need=own-way-work']]
	},
	{
		kind: 'work',
		query: '働けって言われるのは苦痛。でもちょっとは稼ぎたいんよ',
		fits: [['category=work', 'need=own-way-work']]
	},
	{ kind: 'work', query: 'B型 見学してみたい', fits: [['category=work'], ['ease=visit-first']] },
	{
		kind: 'work',
		query: 'A型とB型と移行支援の違いがわからん',
		fits: [['category=work', 'need=own-way-work']]
	},
	{
		kind: 'work',
		query: '手帳なしでも使える就労支援',
		fits: [['category=work', 'need=own-way-work'], ['ease=no-diagnosis']]
	},
	{
		kind: 'work',
		query: '仕事続かん すぐ辞めてまう',
		fits: [['category=work', 'need=own-way-work']]
	},
	{
		kind: 'work',
		query: '息子に働いてほしい気持ちはあるのですが、無理強いはしたくなくて',
		fits: [['category=work', 'need=own-way-work', 'need=family-trouble']]
	},
	{
		kind: 'work',
		query: 'しごとの れんしゅうが したい',
		fits: [['category=work', 'need=own-way-work']]
	},
	{
		kind: 'work',
		query: 'お手伝いくらいの軽い仕事体験',
		fits: [['category=work', 'need=own-way-work']]
	},
	{
		kind: 'work',
		query: '面接で頭真っ白 付き添ってくれる就労相談',
		fits: [['category=work', 'need=own-way-work'], ['ease=accompany']]
	},
	{ kind: 'work', query: '就浪支援', fits: [['category=work', 'need=own-way-work']] },
	{
		kind: 'work',
		query: '障害者枠で働き始めたけど限界。続けられるか相談したい',
		fits: [['category=work', 'need=own-way-work']]
	},
	{
		kind: 'work',
		query: '専門学校を出て十年、何もしていません。こんな私でも少しずつ働ける場所はあるのでしょうか',
		fits: [['category=work', 'need=own-way-work']]
	},
	// pleasure
	{ kind: 'pleasure', query: 'スマブラ一緒にやる人いない？', fits: [['need=enjoy']] },
	{
		kind: 'pleasure',
		query: '絵だけ描いてたい 喋らずに',
		fits: [['need=enjoy'], ['ease=no-talking']]
	},
	{
		kind: 'pleasure',
		query: 'ゲームの話できる友達ほしい',
		fits: [['need=enjoy', 'category=peer-hobby']]
	},
	{
		kind: 'pleasure',
		query: 'ほんが よめるところ',
		fits: [['text=読書', 'text=本を読', 'text=本屋', 'text=閲覧室', 'text=漫画', 'text=図書館、']]
	},
	{
		kind: 'pleasure',
		query: '土いじりしたい',
		fits: [['text=土い', 'text=土を', 'text=畑', 'text=農園', 'text=庭の']]
	},
	{
		kind: 'pleasure',
		query: 'お菓子とか料理とか作りたい',
		fits: [['text=料理', 'text=お菓子', 'text=パン']]
	},
	{
		kind: 'pleasure',
		query: '将棋かボドゲできる場所',
		fits: [['need=enjoy'], ['text=将棋', 'text=ゲーム']]
	},
	{
		kind: 'pleasure',
		query: '散歩とか趣味の集まり 夜の',
		fits: [
			['need=enjoy', 'category=peer-hobby'],
			['time=evening', 'ease=evening-weekend']
		]
	},
	{
		kind: 'pleasure',
		query: '趣味の話だけしてたい。病気の話はいらない',
		fits: [['need=enjoy', 'category=peer-hobby']]
	},
	{ kind: 'pleasure', query: 'ひまつぶし したい', fits: [['need=enjoy']] },
	{ kind: 'pleasure', query: '漫画とか置いてるとこ 高校生', fits: [['age=16'], ['need=enjoy']] },
	{
		kind: 'pleasure',
		query: 'ラジオ聴いてるときだけ楽。音楽好きでも行けるとこ',
		fits: [['need=enjoy', 'text=ラジオ']]
	},
	{ kind: 'pleasure', query: '暇すぎて溶けそう なんか楽しいことない？', fits: [['need=enjoy']] },
	{
		kind: 'pleasure',
		query: '手を動かす趣味を静かに楽しめる所を、娘のために探しています',
		fits: [['need=enjoy'], ['ease=no-talking']]
	},
	{ kind: 'pleasure', query: '焚き火ぼーっと眺めたい', fits: [['text=火を見', 'text=焚き火']] },
	{
		kind: 'pleasure',
		query: 'テレビゲームできるとこ、予約とかなしで',
		fits: [['need=enjoy'], ['ease=no-booking']]
	},
	// illness
	{
		kind: 'illness',
		query: '眠れない 薬も合わない',
		fits: [['category=medical', 'category=counselling']]
	},
	{
		kind: 'illness',
		query: 'うつと言われて半年、通うのがしんどい',
		fits: [['category=medical', 'category=counselling']]
	},
	{
		kind: 'illness',
		query: 'びょういんまで いけない',
		fits: [
			['category=medical', 'category=counselling'],
			['ease=comes-to-you', 'category=visiting-care', 'online=yes']
		]
	},
	{
		kind: 'illness',
		query: '往診してくれる精神科',
		fits: [['category=medical'], ['category=visiting-care', 'ease=comes-to-you']]
	},
	{ kind: 'illness', query: '歯ぼろぼろ 歯医者こわい', fits: [['text=歯']] },
	{
		kind: 'illness',
		query: '自分発達障害かもしれん',
		fits: [['category=medical', 'category=counselling']]
	},
	{
		kind: 'illness',
		query: '受診を嫌がるケース、保健師さんに相談',
		fits: [['text=保健師', 'category=medical', 'category=counselling']]
	},
	{
		kind: 'illness',
		query: 'パニック発作で電車に乗れません',
		fits: [['need=connect-from-home', 'category=medical', 'category=counselling']]
	},
	{
		kind: 'illness',
		query: '娘が食べません。痩せていくのを見ているのがつらいです',
		fits: [['need=family-trouble', 'category=medical', 'category=counselling']]
	},
	{
		kind: 'illness',
		query: '病院の待合室がムリ。静かに待てるとこ',
		fits: [
			['category=medical', 'category=counselling'],
			['ease=quiet-room', 'accessibility=calm-space', 'ease=comes-to-you']
		]
	},
	{
		kind: 'illness',
		query: '心療内科どこも初診いっぱい。空いてるとこ',
		fits: [['category=medical', 'category=counselling'], ['intake=open']]
	},
	{
		kind: 'illness',
		query: '統合失調症の弟が薬を飲まなくて家族だけで相談したい',
		fits: [
			['ease=family-alone'],
			['need=family-trouble', 'category=medical', 'category=counselling']
		]
	},
	{
		kind: 'illness',
		query: 'せいしんか こわい',
		fits: [['category=medical', 'category=counselling']]
	},
	{
		kind: 'illness',
		query: '動悸がとまらん、これ何科',
		fits: [['category=medical', 'category=counselling']]
	},
	{
		kind: 'illness',
		query: '病名ついてないけど心の相談していいん？',
		fits: [['ease=no-diagnosis'], ['need=be-heard', 'category=consultation', 'need=health']]
	},
	{
		kind: 'illness',
		query: '看護師さんに家まで来てほしい',
		fits: [['category=visiting-care', 'ease=comes-to-you'], ['category=medical']]
	},
	// living
	{ kind: 'living', query: '部屋がゴミだらけ 足の踏み場ない', fits: [['need=daily-help']] },
	{
		kind: 'living',
		query: '家を出たい 親と離れたい',
		fits: [['need=place-to-live', 'category=housing']]
	},
	{
		kind: 'living',
		query: 'ひとりぐらし できるか ためしたい',
		fits: [['need=place-to-live', 'category=housing']]
	},
	{ kind: 'living', query: '風呂に一週間入れてない', fits: [['need=daily-help', 'need=health']] },
	{ kind: 'living', query: '飯つくる気力ない', fits: [['need=daily-help']] },
	{
		kind: 'living',
		query: '保証人おらんけど部屋借りたい',
		fits: [['need=place-to-live', 'category=housing']]
	},
	{
		kind: 'living',
		query: 'グループホーム 見学',
		fits: [['need=place-to-live', 'category=housing'], ['ease=visit-first']]
	},
	{
		kind: 'living',
		query: '洗濯も掃除もできない。家に来て手伝ってくれる人いますか',
		fits: [['need=daily-help'], ['ease=comes-to-you']]
	},
	{
		kind: 'living',
		query: '役所の手続き、ついてきてほしい',
		fits: [
			['ease=accompany'],
			['need=money-matters', 'need=not-sure', 'category=consultation', 'need=daily-help']
		]
	},
	{ kind: 'living', query: 'あさ おきれない せいかつ なおしたい', fits: [['need=daily-help']] },
	{
		kind: 'living',
		query: '今夜寝るとこがない',
		fits: [['need=place-to-live', 'category=housing']]
	},
	{
		kind: 'living',
		query: '母が入院して、家のことが何ひとつわからない',
		fits: [['need=daily-help', 'need=not-sure']]
	},
	{
		kind: 'living',
		query: 'ひとりで食べるの飽きた 誰かとごはん',
		fits: [['category=meals', 'text=みそ汁', 'text=スープ', 'text=料理', 'text=お菓子']]
	},
	{
		kind: 'living',
		query: '息子の部屋がひどい状態です。本人を傷つけずに片づけを手伝っていただけますか',
		fits: [['need=daily-help']]
	},
	{
		kind: 'living',
		query: '家賃二か月ためてる。追い出されそう',
		fits: [['need=place-to-live', 'need=money-matters']]
	},
	{
		kind: 'living',
		query: '静かに暮らせるシェアハウスないんか',
		fits: [['need=place-to-live', 'category=housing']]
	},
	// supporter
	{
		kind: 'supporter',
		query: '訪問看護利用中の方に紹介できる居場所',
		fits: [['category=ibasho', 'category=peer']]
	},
	{
		kind: 'supporter',
		query: '民生委員です。長くお姿を見ないお宅があります',
		fits: [['audience=supporter', 'ease=comes-to-you']]
	},
	{ kind: 'supporter', query: '同行可の居場所リスト', fits: [['ease=accompany']] },
	{
		kind: 'supporter',
		query: 'ケアマネ。利用者宅に五十代の息子さん同居、関わりなし',
		fits: [['audience=supporter', 'need=family-trouble']]
	},
	{
		kind: 'supporter',
		query: 'アウトリーチ 連携先',
		fits: [['ease=comes-to-you', 'category=visiting']]
	},
	{
		kind: 'supporter',
		query: '退院後の日中の行き先 二十代',
		fits: [
			['age=25'],
			[
				'category=ibasho',
				'category=day-care',
				'category=life-training',
				'category=continuous-work',
				'category=peer'
			]
		]
	},
	{
		kind: 'supporter',
		query: '本人匿名希望 相談窓口',
		fits: [['ease=anonymous'], ['category=consultation', 'need=be-heard']]
	},
	{
		kind: 'supporter',
		query: 'SCです。中3男子の卒業後のつなぎ先',
		fits: [['age=15'], ['category=learning', 'category=ibasho', 'category=work']]
	},
	{
		kind: 'supporter',
		query: '手帳未取得でも利用できる生活・住まいの資源',
		fits: [['ease=no-diagnosis'], ['need=daily-help', 'need=place-to-live']]
	},
	{
		kind: 'supporter',
		query: '車椅子の方 引きこもり 居場所',
		fits: [
			['accessibility=step-free', 'accessibility=lift', 'accessibility=accessible-toilet'],
			['category=ibasho', 'category=peer']
		]
	},
	{ kind: 'supporter', query: '手話のできる相談先', fits: [['language=jsl']] },
	{
		kind: 'supporter',
		query: 'やさしい にほんごの そうだん',
		fits: [
			['language=ja-easy', 'language=interpreter'],
			['category=consultation', 'need=be-heard']
		]
	},
	{
		kind: 'supporter',
		query: '送迎つきで日中過ごせるところ（利用者さん用）',
		fits: [['ease=comes-to-you'], ['time=day', 'time=morning']]
	},
	{ kind: 'supporter', query: 'つきそいで いっても いいですか', fits: [['ease=accompany']] },
	{
		kind: 'supporter',
		query: '支援社ですが何処につなげばいいか分かりません',
		fits: [['audience=supporter', 'need=not-sure', 'category=consultation']]
	},
	{
		kind: 'supporter',
		query: '費用なし・予約不要・駅近（ケース会議用メモ）',
		fits: [['fee=free'], ['ease=no-booking'], ['accessibility=near-transit']]
	}
];
