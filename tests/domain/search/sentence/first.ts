import type { Sentence } from './sentence.ts';

/** As somebody long at home, a mother, an uncle and a social worker type; written before any engine was asked. */
export const first: Sentence[] = [
	// phone
	{ kind: 'phone', query: '電話の前で一時間固まってしまう', fits: [['ease=no-phone']] },
	{ kind: 'phone', query: 'でんわできない', fits: [['ease=no-phone']] },
	{ kind: 'phone', query: 'メールだけで済むところ', fits: [['ease=no-phone']] },
	{
		kind: 'phone',
		query: '電話かけずに参加したい',
		fits: [
			['ease=no-phone', 'ease=no-booking'],
			[
				'category=ibasho',
				'category=peer',
				'category=online',
				'category=women',
				'category=family',
				'category=meals',
				'category=learning'
			]
		]
	},
	{ kind: 'phone', query: '電話に出るのも無理なんです', fits: [['ease=no-phone']] },
	{ kind: 'phone', query: 'LINEで聞ける所ありますか', fits: [['ease=no-phone']] },
	{
		kind: 'phone',
		query: '息子は電話に絶対出ません ほかにつながる方法はありますか',
		fits: [['ease=no-phone', 'ease=comes-to-you']]
	},
	{ kind: 'phone', query: 'フォームから申込', fits: [['ease=no-phone']] },
	{
		kind: 'phone',
		query: '声を出さないで連絡したい',
		fits: [['ease=no-phone', 'accessibility=writing']]
	},
	{ kind: 'phone', query: '着信音を聞くと動悸がする', fits: [['ease=no-phone']] },
	{
		kind: 'phone',
		query: '相談はしたいけど通話はムリ',
		fits: [
			['ease=no-phone', 'accessibility=writing'],
			['category=consultation', 'need=be-heard', 'category=online']
		]
	},
	{ kind: 'phone', query: '電話口でうまく喋れなくて切ってしまいます', fits: [['ease=no-phone']] },
	{
		kind: 'phone',
		query: 'チャット相談 夜中',
		fits: [
			['ease=no-phone', 'ease=no-talking'],
			['time=evening', 'ease=evening-weekend'],
			['need=be-heard', 'category=online', 'category=consultation']
		]
	},
	{
		kind: 'phone',
		query: '文字のやりとりだけがいい',
		fits: [['ease=no-phone', 'ease=no-face', 'accessibility=writing']]
	},
	{
		kind: 'phone',
		query: '予約の電話がこわくて病院に行けないままです',
		fits: [
			['category=medical', 'need=health'],
			['ease=no-phone', 'ease=comes-to-you', 'ease=family-alone']
		]
	},
	{ kind: 'phone', query: '本人が電話嫌い 連絡手段', fits: [['ease=no-phone']] },

	// booking
	{
		kind: 'booking',
		query: 'ふらっと行ってもいい所',
		fits: [['ease=no-booking', 'ease=come-and-go']]
	},
	{ kind: 'booking', query: '予約すると当日が怖くなる', fits: [['ease=no-booking']] },
	{
		kind: 'booking',
		query: '約束の日に起きられる自信がない',
		fits: [['ease=no-booking', 'ease=come-and-go']]
	},
	{
		kind: 'booking',
		query: '申し込みなしで覗けるとこ',
		fits: [['ease=no-booking', 'ease=visit-first']]
	},
	{ kind: 'booking', query: 'よやくいらない', fits: [['ease=no-booking']] },
	{
		kind: 'booking',
		query: 'ドタキャンしても怒られない',
		fits: [['ease=no-booking', 'ease=come-and-go', 'ease=no-goal']]
	},
	{ kind: 'booking', query: '当日の気分で決めたい', fits: [['ease=no-booking']] },
	{ kind: 'booking', query: '途中で帰ってもいいですか', fits: [['ease=come-and-go']] },
	{
		kind: 'booking',
		query: '遅刻して行っても大丈夫な会',
		fits: [['ease=come-and-go', 'ease=no-booking']]
	},
	{
		kind: 'booking',
		query: '申込書とか書きたくない',
		fits: [['ease=no-booking', 'ease=anonymous']]
	},
	{
		kind: 'booking',
		query: 'まず見るだけ 母と一緒に',
		fits: [
			['ease=visit-first'],
			['ease=accompany', 'ease=family-alone', 'audience=family', 'audience=anyone']
		]
	},
	{
		kind: 'booking',
		query: '思い立ったときに飛び込める相談先',
		fits: [['ease=no-booking'], ['category=consultation', 'need=be-heard', 'need=not-sure']]
	},
	{
		kind: 'booking',
		query: '昼間にひょいと立ち寄れる',
		fits: [['ease=no-booking', 'ease=come-and-go'], ['time=day']]
	},
	{ kind: 'booking', query: '下見してから決めたいです', fits: [['ease=visit-first']] },
	{
		kind: 'booking',
		query: 'いつも行くと言って当日になると玄関で動けなくなります',
		fits: [['ease=no-booking', 'ease=come-and-go', 'ease=no-goal']]
	},
	{
		kind: 'booking',
		query: '甥をぶらっと連れて行ける場所',
		fits: [
			['ease=no-booking', 'ease=accompany', 'ease=visit-first'],
			['category=ibasho', 'category=peer', 'category=meals', 'category=learning', 'audience=anyone']
		]
	},

	// silence
	{ kind: 'silence', query: 'だまって座ってるだけでいい', fits: [['ease=no-talking']] },
	{
		kind: 'silence',
		query: '自己紹介させられない会',
		fits: [['ease=no-talking', 'ease=anonymous']]
	},
	{
		kind: 'silence',
		query: '人と目を合わせなくていいところ',
		fits: [['ease=no-talking', 'ease=no-face', 'accessibility=calm-space']]
	},
	{ kind: 'silence', query: 'カメラオフで', fits: [['ease=no-face']] },
	{ kind: 'silence', query: '本名を出したくない', fits: [['ease=anonymous']] },
	{
		kind: 'silence',
		query: '何話せばいいか分からん',
		fits: [['ease=no-talking', 'need=not-sure']]
	},
	{ kind: 'silence', query: '大勢だと固まる 三、四人までなら', fits: [['ease=small-group']] },
	{ kind: 'silence', query: '喋らんでもええ場所', fits: [['ease=no-talking']] },
	{ kind: 'silence', query: 'ニックネームでいいですか', fits: [['ease=anonymous']] },
	{
		kind: 'silence',
		query: 'がやがやしてない 静かなとこ',
		fits: [['ease=quiet-room', 'accessibility=calm-space', 'ease=small-group', 'text=静か']]
	},
	{ kind: 'silence', query: '話しかけないでほしい', fits: [['ease=no-talking']] },
	{
		kind: 'silence',
		query: 'こっちの顔は見せないで話だけ聞かせてもらえますか',
		fits: [['ease=no-face']]
	},
	{
		kind: 'silence',
		query: 'いろいろ聞かれるのがいや',
		fits: [['ease=no-talking', 'ease=no-goal']]
	},
	{
		kind: 'silence',
		query: '近所の人に見られたくない',
		fits: [['accessibility=separate-entrance', 'ease=small-group', 'online=yes', 'text=人目']]
	},
	{
		kind: 'silence',
		query: '声が出なくなったので紙に書いて伝えたい',
		fits: [['accessibility=writing', 'ease=no-talking']]
	},
	{
		kind: 'silence',
		query: '場面緘黙の子でも居られる',
		fits: [['ease=no-talking', 'accessibility=writing']]
	},

	// family
	{
		kind: 'family',
		query: '三年口をきいてくれない娘',
		fits: [['need=family-trouble', 'category=family', 'audience=family', 'ease=family-alone']]
	},
	{
		kind: 'family',
		query: 'ご飯を部屋の前に置いて下げるだけの毎日が続いています',
		fits: [['need=family-trouble', 'category=family', 'audience=family', 'ease=family-alone']]
	},
	{
		kind: 'family',
		query: '甥っ子が十年働いていない 叔父に何ができますか',
		fits: [['need=family-trouble', 'category=family', 'category=consultation', 'audience=family']]
	},
	{
		kind: 'family',
		query: '兄が引きこもり 妹です',
		fits: [['need=family-trouble', 'category=family', 'audience=family', 'category=consultation']]
	},
	{
		kind: 'family',
		query: '夫が会社に行けなくなって半年ずっと寝室にいます',
		fits: [['need=family-trouble', 'category=family', 'audience=family', 'category=consultation']]
	},
	{
		kind: 'family',
		query: '子どもに内緒で親だけ行く',
		fits: [['ease=family-alone', 'category=family', 'need=family-trouble']]
	},
	{
		kind: 'family',
		query: '本人は絶対に行かないと言っている',
		fits: [
			[
				'ease=family-alone',
				'ease=comes-to-you',
				'category=family',
				'need=family-trouble',
				'category=visiting'
			]
		]
	},
	{
		kind: 'family',
		query: '十二年待ちましたが母親のわたしのほうがもう限界です',
		fits: [['need=family-trouble', 'category=family', 'need=be-heard', 'category=consultation']]
	},
	{
		kind: 'family',
		query: '何て声をかけたらいいか',
		fits: [['need=family-trouble', 'category=family', 'text=声のかけ方']]
	},
	{
		kind: 'family',
		query: 'むすこ ひるよる逆 ゲームばかり',
		fits: [['need=family-trouble', 'category=family', 'audience=family', 'category=consultation']]
	},
	{
		kind: 'family',
		query: '近所には言えず、うちだけなのかと思ってしまいます',
		fits: [['need=family-trouble', 'category=family', 'audience=family']]
	},
	{
		kind: 'family',
		query: '物を投げたり壁を叩いたりする',
		fits: [
			[
				'need=family-trouble',
				'category=consultation',
				'category=family',
				'category=medical',
				'need=health'
			]
		]
	},
	{
		kind: 'family',
		query: 'おやじ同士で話せるところ',
		fits: [['category=family', 'text=父', 'need=family-trouble']]
	},
	{
		kind: 'family',
		query: '孫のことで相談していいですか',
		fits: [['need=family-trouble', 'category=family', 'audience=family', 'ease=family-alone']]
	},
	{
		kind: 'family',
		query: '私たち夫婦が死んだあとこの子はどうなるの',
		fits: [['text=親なきあと', 'category=rights', 'category=family', 'need=family-trouble']]
	},
	{
		kind: 'family',
		query: '弟が家にいて結婚の話が進められない',
		fits: [['need=family-trouble', 'category=family', 'text=きょうだい', 'audience=family']]
	},

	// tired
	{
		kind: 'tired',
		query: 'もう疲れた',
		fits: [['need=be-heard', 'need=feel-safe', 'need=health', 'need=not-sure']]
	},
	{
		kind: 'tired',
		query: 'さびしい 誰とも話してない',
		fits: [['need=meet-and-talk', 'need=connect-from-home', 'need=be-heard']]
	},
	{
		kind: 'tired',
		query: '一日じゅう布団の中',
		fits: [['need=connect-from-home', 'need=health', 'ease=comes-to-you', 'online=yes']]
	},
	{
		kind: 'tired',
		query: '消えてしまいたい夜がある',
		fits: [['need=be-heard', 'category=consultation', 'need=health', 'need=connect-from-home']]
	},
	{
		kind: 'tired',
		query: 'なんにもする気がおきない',
		fits: [['need=feel-safe', 'need=be-heard', 'need=health', 'need=not-sure']]
	},
	{
		kind: 'tired',
		query: '自分のことが嫌い',
		fits: [['need=be-heard', 'need=meet-and-talk', 'need=health']]
	},
	{
		kind: 'tired',
		query: 'ひとりぼっち',
		fits: [['need=meet-and-talk', 'need=connect-from-home', 'need=be-heard']]
	},
	{
		kind: 'tired',
		query: '愚痴をただ聞いてほしい',
		fits: [['need=be-heard', 'need=meet-and-talk']]
	},
	{
		kind: 'tired',
		query: '理由もなく涙が出ます',
		fits: [['need=be-heard', 'need=health', 'category=medical', 'need=not-sure']]
	},
	{
		kind: 'tired',
		query: '生きてるだけでやっと',
		fits: [['need=feel-safe', 'need=be-heard', 'need=health', 'ease=no-goal']]
	},
	{
		kind: 'tired',
		query: '頑張れって言われたくない',
		fits: [['ease=no-goal', 'need=feel-safe', 'need=be-heard']]
	},
	{
		kind: 'tired',
		query: '何から相談すればいいのかもわからない',
		fits: [['need=not-sure', 'category=consultation']]
	},
	{ kind: 'tired', query: '息がつける場所', fits: [['need=feel-safe', 'category=ibasho']] },
	{
		kind: 'tired',
		query: 'しんどいけど病院ってほどでもない気がする',
		fits: [['need=be-heard', 'need=feel-safe', 'need=not-sure', 'category=consultation']]
	},
	{
		kind: 'tired',
		query: '友達がひとりもいないまま四十になった',
		fits: [['need=meet-and-talk', 'category=peer', 'need=connect-from-home', 'category=ibasho']]
	},
	{
		kind: 'tired',
		query: '親が年をとっていくのを見ていると胸が苦しくなる',
		fits: [
			[
				'need=be-heard',
				'need=health',
				'category=consultation',
				'category=medical',
				'need=family-trouble'
			]
		]
	},

	// money
	{
		kind: 'money',
		query: '金がない',
		fits: [['ease=pay-later', 'need=money-matters', 'category=money', 'category=meals']]
	},
	{ kind: 'money', query: '財布に百円しかないけど行ける?', fits: [['fee=free', 'ease=pay-later']] },
	{
		kind: 'money',
		query: '借金が親にばれそう',
		fits: [['category=money', 'need=money-matters', 'text=借金']]
	},
	{
		kind: 'money',
		query: 'ねんきん わからない',
		fits: [['text=年金', 'category=money', 'need=money-matters']]
	},
	{
		kind: 'money',
		query: '初診日の証明で詰んでる',
		fits: [['text=初診日', 'text=年金', 'category=money', 'need=money-matters']]
	},
	{
		kind: 'money',
		query: '生活費が底をつきました',
		fits: [['need=money-matters', 'category=self-reliance', 'category=money']]
	},
	{
		kind: 'money',
		query: 'タダで居られるとこ',
		fits: [
			['fee=free', 'ease=pay-later'],
			['category=ibasho', 'category=online', 'category=peer', 'need=feel-safe']
		]
	},
	{
		kind: 'money',
		query: '母の年金だけで二人暮らし',
		fits: [['category=money', 'need=money-matters', 'category=self-reliance']]
	},
	{
		kind: 'money',
		query: '督促の封筒を開けられずにいる',
		fits: [['category=money', 'need=money-matters', 'category=self-reliance', 'text=封筒']]
	},
	{
		kind: 'money',
		query: '通院のお金を安くできないか',
		fits: [['fee=insured', 'need=money-matters', 'category=money']]
	},
	{
		kind: 'money',
		query: '生活保護ってどこで聞くの',
		fits: [['category=self-reliance', 'need=money-matters', 'category=money']]
	},
	{
		kind: 'money',
		query: 'お金かけずに心の悩みを聞いてもらう',
		fits: [['fee=free'], ['category=consultation', 'need=be-heard', 'need=health']]
	},
	{
		kind: 'money',
		query: '家賃が払えない',
		fits: [['need=money-matters', 'category=self-reliance', 'need=place-to-live', 'category=money']]
	},
	{ kind: 'money', query: '電車賃がなくて通えません', fits: [['online=yes', 'ease=comes-to-you']] },
	{
		kind: 'money',
		query: '参加費のかからない集まり',
		fits: [
			['fee=free'],
			['category=peer', 'category=ibasho', 'category=family', 'category=women', 'category=online']
		]
	},
	{
		kind: 'money',
		query: '兄が亡くなり家の名義と甥の通帳をどうするか',
		fits: [['category=rights', 'category=money', 'need=money-matters']]
	},

	// time
	{ kind: 'time', query: '夜しか動けない', fits: [['time=evening', 'ease=evening-weekend']] },
	{
		kind: 'time',
		query: '昼夜逆転でも間に合う所',
		fits: [['time=evening', 'ease=evening-weekend']]
	},
	{ kind: 'time', query: '土日やってる', fits: [['day=sat', 'day=sun', 'ease=evening-weekend']] },
	{
		kind: 'time',
		query: '今日これから行けるとこ',
		fits: [['ease=no-booking', 'ease=come-and-go']]
	},
	{
		kind: 'time',
		query: '日曜 のんびり居られる',
		fits: [['day=sun'], ['category=ibasho', 'category=peer', 'need=feel-safe']]
	},
	{ kind: 'time', query: '朝早く まだ人がいないうち', fits: [['time=morning']] },
	{
		kind: 'time',
		query: '真夜中に起きてる人',
		fits: [
			['time=evening'],
			[
				'category=online',
				'category=ibasho',
				'category=peer',
				'need=connect-from-home',
				'need=be-heard'
			]
		]
	},
	{
		kind: 'time',
		query: 'パート終わってからでも行ける相談',
		fits: [
			['time=evening', 'ease=evening-weekend'],
			['category=consultation', 'need=be-heard', 'category=work', 'need=family-trouble']
		]
	},
	{
		kind: 'time',
		query: '平日の昼間に時間をつぶせる',
		fits: [
			['time=day'],
			['category=ibasho', 'category=peer', 'category=daily-life', 'category=learning']
		]
	},
	{
		kind: 'time',
		query: '目がさめるのが夕方です',
		fits: [['time=evening', 'ease=evening-weekend']]
	},
	{
		kind: 'time',
		query: '祝日も開いてますか?',
		fits: [['ease=evening-weekend', 'day=sat', 'day=sun']]
	},
	{ kind: 'time', query: '金曜の夜', fits: [['day=fri'], ['time=evening']] },
	{ kind: 'time', query: 'どようび ごご', fits: [['day=sat'], ['time=day']] },
	{
		kind: 'time',
		query: '暗くなってから外に出たい',
		fits: [
			['time=evening'],
			['category=ibasho', 'category=peer', 'category=meals', 'category=learning']
		]
	},
	{
		kind: 'time',
		query: '平日は仕事なので休みの日に息子のことを話したい',
		fits: [
			['day=sat', 'day=sun', 'ease=evening-weekend', 'time=evening'],
			['need=family-trouble', 'category=family', 'ease=family-alone', 'category=consultation']
		]
	},
	{ kind: 'time', query: '午前で終わるやつ', fits: [['time=morning']] },

	// age
	{ kind: 'age', query: '五十代でも入れますか', fits: [['age=50']] },
	{
		kind: 'age',
		query: '四十を過ぎたら若者向けの所はもう無理と断られた',
		fits: [
			['age=50'],
			['category=consultation', 'category=peer', 'category=work', 'category=ibasho']
		]
	},
	{
		kind: 'age',
		query: '中二の娘が学校に行ってなくて昼間の行き場がない',
		fits: [
			['category=free-school', 'category=learning', 'category=ibasho-youth', 'need=family-trouble']
		]
	},
	{
		kind: 'age',
		query: '10代が行ってもいいとこ',
		fits: [['category=ibasho-youth', 'category=learning', 'text=18歳', 'text=13歳']]
	},
	{
		kind: 'age',
		query: '還暦前の独り者 行き場がない',
		fits: [['age=50'], ['category=ibasho', 'category=peer', 'need=meet-and-talk', 'need=feel-safe']]
	},
	{ kind: 'age', query: '三十代どうしで話したい', fits: [['category=peer', 'need=meet-and-talk']] },
	{
		kind: 'age',
		query: '若い子ばかりだと気後れする',
		fits: [['age=50'], ['category=peer', 'category=ibasho', 'need=meet-and-talk']]
	},
	{
		kind: 'age',
		query: '私八十一 息子五十三',
		fits: [['text=五十代', 'category=family', 'need=family-trouble', 'category=rights']]
	},
	{
		kind: 'age',
		query: '大学を中退して二十歳、一日じゅう部屋にいる子の行き先',
		fits: [
			[
				'category=ibasho-youth',
				'category=work',
				'category=learning',
				'need=family-trouble',
				'need=own-way-work'
			]
		]
	},
	{
		kind: 'age',
		query: '七十代の父と二人 これからが不安',
		fits: [
			[
				'need=money-matters',
				'category=family',
				'need=place-to-live',
				'need=not-sure',
				'category=rights'
			]
		]
	},
	{
		kind: 'age',
		query: 'アラフィフ 同じ境遇',
		fits: [['age=50'], ['category=peer', 'need=meet-and-talk']]
	},
	{
		kind: 'age',
		query: '何歳でもOKの集まり',
		fits: [['age=50'], ['category=ibasho', 'category=peer', 'category=women', 'category=online']]
	},
	{
		kind: 'age',
		query: '小学生の不登校',
		fits: [['category=free-school', 'category=ibasho-youth', 'text=思春期', 'need=family-trouble']]
	},
	{
		kind: 'age',
		query: '高校生 親に言わずに行きたい',
		fits: [['category=ibasho-youth', 'ease=anonymous']]
	},
	{
		kind: 'age',
		query: '氷河期世代の働き口',
		fits: [['age=50'], ['category=work', 'need=own-way-work']]
	},
	{
		kind: 'age',
		query: '年とった兄弟ふたり暮らし たずねてくれる所',
		fits: [['age=50'], ['ease=comes-to-you', 'category=visiting']]
	},

	// gender
	{
		kind: 'gender',
		query: '男の人がいると怖い',
		fits: [['category=women', 'gender=women', 'gender=women-and-nonbinary', 'ease=women-time']]
	},
	{
		kind: 'gender',
		query: '女だけで集まれる',
		fits: [['category=women', 'gender=women', 'gender=women-and-nonbinary', 'ease=women-time']]
	},
	{
		kind: 'gender',
		query: 'おんなのひとだけ',
		fits: [['category=women', 'gender=women', 'gender=women-and-nonbinary', 'ease=women-time']]
	},
	{
		kind: 'gender',
		query: '話を聞いてくれるのが女性だと助かります',
		fits: [['category=women', 'gender=women', 'ease=women-time', 'text=女性の']]
	},
	{
		kind: 'gender',
		query: 'LGBTでも浮かない?',
		fits: [['gender=women-and-nonbinary', 'accessibility=all-gender-toilet']]
	},
	{
		kind: 'gender',
		query: 'トランス女性 行ける会',
		fits: [['gender=women', 'gender=women-and-nonbinary', 'accessibility=all-gender-toilet']]
	},
	{
		kind: 'gender',
		query: '男ひとりで行ってもいい居場所とか',
		fits: [
			['gender=any', 'gender=men', 'audience=anyone'],
			['category=ibasho', 'category=peer']
		]
	},
	{
		kind: 'gender',
		query: 'Xジェンダー',
		fits: [['gender=women-and-nonbinary', 'accessibility=all-gender-toilet']]
	},
	{
		kind: 'gender',
		query: '主婦だけどずっと家にいる 外が怖い',
		fits: [
			[
				'category=women',
				'need=connect-from-home',
				'gender=women',
				'ease=comes-to-you',
				'online=yes'
			]
		]
	},
	{
		kind: 'gender',
		query: '夫の暴力から逃げたい',
		fits: [['category=women', 'gender=women', 'need=place-to-live', 'category=rights']]
	},
	{
		kind: 'gender',
		query: '女子 夜 おうちから',
		fits: [['category=women', 'gender=women', 'gender=women-and-nonbinary'], ['online=yes']]
	},
	{
		kind: 'gender',
		query: '更年期とか女どうしで話せたら',
		fits: [['category=women', 'gender=women', 'gender=women-and-nonbinary', 'ease=women-time']]
	},
	{
		kind: 'gender',
		query: '赤ちゃん連れのお母さん',
		fits: [['accessibility=child-space', 'category=women']]
	},
	{
		kind: 'gender',
		query: '性別を書く欄がつらい',
		fits: [['gender=women-and-nonbinary', 'accessibility=all-gender-toilet', 'ease=anonymous']]
	},
	{
		kind: 'gender',
		query: '娘が男性恐怖で家から出られません',
		fits: [
			[
				'category=women',
				'gender=women',
				'gender=women-and-nonbinary',
				'ease=women-time',
				'text=女性の'
			]
		]
	},
	{
		kind: 'gender',
		query: '女子会みたいなやつ お菓子とか',
		fits: [['category=women', 'gender=women', 'text=お菓子']]
	},

	// online
	{
		kind: 'online',
		query: '部屋から一歩も出ないで話せる',
		fits: [['online=yes', 'need=connect-from-home', 'ease=comes-to-you']]
	},
	{
		kind: 'online',
		query: 'ベッドの中から入れる',
		fits: [['online=yes', 'need=connect-from-home']]
	},
	{
		kind: 'online',
		query: 'スマホだけでつながりたい',
		fits: [['online=yes', 'need=connect-from-home']]
	},
	{ kind: 'online', query: 'zoom 顔なし', fits: [['online=yes'], ['ease=no-face']] },
	{
		kind: 'online',
		query: 'ネット 夜だけ',
		fits: [['online=yes'], ['time=evening', 'ease=evening-weekend']]
	},
	{
		kind: 'online',
		query: '画面越しに聞いてるだけ',
		fits: [['online=yes'], ['ease=no-talking', 'ease=no-face']]
	},
	{
		kind: 'online',
		query: 'ディスコードみたいな文字の部屋',
		fits: [['online=yes'], ['ease=no-talking', 'ease=no-face', 'text=文字']]
	},
	{ kind: 'online', query: 'アバターで歩けるやつ', fits: [['text=メタバース', 'category=online']] },
	{ kind: 'online', query: 'ラジオ聴くだけ', fits: [['text=ラジオ', 'category=online']] },
	{
		kind: 'online',
		query: '家のパソコンで勉強',
		fits: [
			['online=yes', 'category=correspondence'],
			['category=learning', 'need=learn']
		]
	},
	{
		kind: 'online',
		query: 'ペンパル 郵便でやりとり',
		fits: [['text=文通', 'text=手紙', 'text=絵はがき']]
	},
	{
		kind: 'online',
		query: '都会でひとり暮らしの娘が画面ごしに混ざれる会はありますか',
		fits: [
			['online=yes'],
			[
				'category=peer',
				'category=online',
				'category=ibasho',
				'category=women',
				'need=meet-and-talk',
				'need=connect-from-home'
			]
		]
	},
	{
		kind: 'online',
		query: '同じひきこもりの人とリモートで会う',
		fits: [['online=yes'], ['category=peer', 'need=meet-and-talk', 'category=online']]
	},
	{
		kind: 'online',
		query: '親も家から入れる集まり',
		fits: [
			['online=yes'],
			['category=family', 'audience=family', 'audience=anyone', 'need=family-trouble']
		]
	},
	{
		kind: 'online',
		query: 'ビデオ通話は苦手だから音だけ',
		fits: [
			['online=yes', 'ease=no-face'],
			['ease=no-face', 'ease=no-talking']
		]
	},
	{
		kind: 'online',
		query: '外は無理なので家で仕事の話を聞きたい',
		fits: [
			['online=yes', 'ease=comes-to-you', 'ease=family-alone'],
			['category=work', 'need=own-way-work']
		]
	},

	// town
	{
		kind: 'town',
		query: 'さくら市 ぼーっとできる',
		fits: [['municipality=さくら市'], ['category=ibasho', 'need=feel-safe']]
	},
	{
		kind: 'town',
		query: 'かえで市で本が読める所',
		fits: [['municipality=かえで市'], ['text=図書館', 'text=本を', 'category=ibasho']]
	},
	{
		kind: 'town',
		query: 'もみじ町 親の集まり',
		fits: [['municipality=もみじ町'], ['category=family', 'audience=family', 'need=family-trouble']]
	},
	{ kind: 'town', query: 'つばき村に何かありますか', fits: [['municipality=つばき村']] },
	{
		kind: 'town',
		query: 'すみれ町 歯医者 来てくれる',
		fits: [['municipality=すみれ町'], ['text=歯', 'category=medical']]
	},
	{
		kind: 'town',
		query: 'かえでし げーむ',
		fits: [['municipality=かえで市'], ['text=ゲーム', 'need=enjoy']]
	},
	{
		kind: 'town',
		query: 'さくら市内の精神科',
		fits: [['municipality=さくら市'], ['category=medical', 'need=health']]
	},
	{
		kind: 'town',
		query: 'もみじ町で少しずつ働きたい',
		fits: [['municipality=もみじ町'], ['category=work', 'need=own-way-work']]
	},
	{
		kind: 'town',
		query: '知り合いだらけなので隣町の目立たない所がいい',
		fits: [['accessibility=separate-entrance', 'ease=small-group', 'text=人目']]
	},
	{
		kind: 'town',
		query: 'つばき村 車で迎え',
		fits: [['municipality=つばき村'], ['ease=comes-to-you']]
	},
	{
		kind: 'town',
		query: 'さくら駅から歩ける',
		fits: [['municipality=さくら市'], ['accessibility=near-transit']]
	},
	{
		kind: 'town',
		query: 'すみれ町 困ったらどこ',
		fits: [['municipality=すみれ町'], ['category=consultation', 'need=not-sure', 'need=be-heard']]
	},
	{
		kind: 'town',
		query: '高松市 就職の準備',
		fits: [['municipality=高松市'], ['category=employment-transition']],
		scope: 'real'
	},
	{
		kind: 'town',
		query: '茅野市の図書館',
		fits: [['municipality=茅野市'], ['text=図書館']],
		scope: 'real'
	},
	{
		kind: 'town',
		query: '野々市 発達のことで相談',
		fits: [['municipality=野々市市'], ['text=発達相談', 'text=相談支援', 'text=保健センター']],
		scope: 'real'
	},
	{
		kind: 'town',
		query: '富山市で生活リズムを直せるところ',
		fits: [['municipality=富山市'], ['category=life-training']],
		scope: 'real'
	},

	// work
	{ kind: 'work', query: '働くのが怖い', fits: [['category=work', 'need=own-way-work']] },
	{ kind: 'work', query: '空白期間15年', fits: [['category=work', 'need=own-way-work']] },
	{
		kind: 'work',
		query: '履歴書に書くことがない',
		fits: [['category=work', 'need=own-way-work', 'text=職歴']]
	},
	{
		kind: 'work',
		query: '週一で一時間だけならできそう',
		fits: [['category=work', 'need=own-way-work', 'category=work-trial']]
	},
	{
		kind: 'work',
		query: 'バイトの面接で頭が真っ白になった',
		fits: [['category=work', 'need=own-way-work']]
	},
	{
		kind: 'work',
		query: 'はたらきたくない',
		fits: [
			['need=own-way-work', 'category=work', 'ease=no-goal', 'need=not-sure', 'text=働きたくない']
		]
	},
	{
		kind: 'work',
		query: 'ひとりで黙々とできる作業',
		fits: [['category=continuous-work', 'category=work-trial', 'need=own-way-work']]
	},
	{
		kind: 'work',
		query: '自分も長かったので今度は手伝う側にまわってみたい',
		fits: [['need=help-others', 'text=手伝い', 'text=にぎる人']]
	},
	{
		kind: 'work',
		query: 'お試しで二時間くらい',
		fits: [['category=work-trial', 'category=work', 'text=二時間']]
	},
	{
		kind: 'work',
		query: '親が働けってうるさい',
		fits: [['need=own-way-work', 'category=work', 'need=be-heard', 'need=not-sure']]
	},
	{
		kind: 'work',
		query: '職場でいじめられて辞めてから三年、働く気になれない',
		fits: [['category=work', 'need=own-way-work', 'need=be-heard', 'need=health']]
	},
	{ kind: 'work', query: 'ハロワはハードル高い', fits: [['category=work', 'need=own-way-work']] },
	{
		kind: 'work',
		query: '朝が無理でもできる仕事',
		fits: [
			['category=work', 'need=own-way-work'],
			['time=day', 'time=evening']
		]
	},
	{
		kind: 'work',
		query: '入ったばかりの会社 続くかどうか誰かに聞いてほしい',
		fits: [['category=employment-retention', 'need=own-way-work', 'need=be-heard', 'category=work']]
	},
	{ kind: 'work', query: 'B型 工賃', fits: [['category=continuous-work', 'text=B型']] },
	{
		kind: 'work',
		query: '水戸市で就職前の訓練を受けたい',
		fits: [['municipality=水戸市'], ['category=employment-transition']],
		scope: 'real'
	},

	// pleasure
	{ kind: 'pleasure', query: 'ボドゲ', fits: [['text=ボードゲーム', 'text=ゲーム', 'text=将棋']] },
	{ kind: 'pleasure', query: 'ゲーム仲間ほしい', fits: [['text=ゲーム', 'category=peer-hobby']] },
	{ kind: 'pleasure', query: '漫画読み放題', fits: [['text=漫画', 'text=本屋', 'text=読書']] },
	{
		kind: 'pleasure',
		query: 'お絵かきしたい',
		fits: [['text=ぬり絵', 'text=紙と色', 'category=peer-hobby']]
	},
	{
		kind: 'pleasure',
		query: 'あみもの',
		fits: [['text=手を動か', 'text=折り紙', 'category=peer-hobby']]
	},
	{
		kind: 'pleasure',
		query: '土いじりが好き',
		fits: [['text=土い', 'text=土を', 'text=畑', 'text=庭の', 'text=農園']]
	},
	{
		kind: 'pleasure',
		query: '焚き火みたいなぼんやり時間',
		fits: [['text=焚き火', 'text=ストーブ', 'text=ぼんやり', 'text=ながめ']]
	},
	{ kind: 'pleasure', query: '誰かと散歩', fits: [['text=歩きます', 'category=peer-hobby']] },
	{ kind: 'pleasure', query: 'ギター弾いていい?', fits: [['text=ギター']] },
	{
		kind: 'pleasure',
		query: 'パンを焼いてみたい',
		fits: [['text=パン屋', 'text=パンを', 'text=お菓子', 'text=料理']]
	},
	{
		kind: 'pleasure',
		query: '小説の話 聞いてるだけで',
		fits: [['text=読書', 'text=本の', 'text=本屋'], ['ease=no-talking']]
	},
	{
		kind: 'pleasure',
		query: 'オタクの友達',
		fits: [['need=enjoy', 'category=peer-hobby', 'need=meet-and-talk']]
	},
	{
		kind: 'pleasure',
		query: 'しょうぎ 囲碁',
		fits: [['text=将棋', 'text=ボードゲーム', 'category=peer-hobby']]
	},
	{
		kind: 'pleasure',
		query: 'お茶でも飲みながら',
		fits: [['text=お茶', 'text=茶話', 'text=カフェ']]
	},
	{
		kind: 'pleasure',
		query: '甥は物を作るのが得意なんだが',
		fits: [
			[
				'text=工作',
				'text=手を動か',
				'category=peer-hobby',
				'need=enjoy',
				'category=continuous-work'
			]
		]
	},
	{
		kind: 'pleasure',
		query: '勝ち負けとか抜きで楽しいことがしたい',
		fits: [['need=enjoy', 'category=peer-hobby', 'text=勝ち負け']]
	},

	// illness
	{
		kind: 'illness',
		query: 'ねむれない',
		fits: [['need=health', 'category=medical', 'text=眠れない']]
	},
	{
		kind: 'illness',
		query: 'うつで動けない',
		fits: [['need=health', 'category=medical', 'category=visiting-care']]
	},
	{
		kind: 'illness',
		query: '大人になってから発達障害かもと思いはじめた',
		fits: [['need=health', 'category=medical', 'category=consultation']]
	},
	{
		kind: 'illness',
		query: '薬を出さないで診てくれる先生',
		fits: [['category=medical', 'need=health']]
	},
	{
		kind: 'illness',
		query: 'パニックで電車に乗れない',
		fits: [['need=health', 'category=medical', 'ease=comes-to-you', 'online=yes']]
	},
	{ kind: 'illness', query: '心療内科 はじめて 不安', fits: [['category=medical', 'need=health']] },
	{
		kind: 'illness',
		query: '病院をいやがる息子を家まで診に来てくれる医者',
		fits: [
			['category=medical', 'need=health'],
			['category=visiting-care', 'ease=comes-to-you', 'ease=family-alone']
		]
	},
	{
		kind: 'illness',
		query: '適応障害で休職中',
		fits: [['need=health', 'category=medical', 'need=be-heard', 'category=work']]
	},
	{ kind: 'illness', query: '病名がついてなくても参加していいの', fits: [['ease=no-diagnosis']] },
	{
		kind: 'illness',
		query: '統合失調症の弟がいます',
		fits: [['need=health', 'category=medical', 'category=family', 'need=family-trouble']]
	},
	{
		kind: 'illness',
		query: '頭の中がずっとうるさい',
		fits: [['need=health', 'category=medical', 'need=be-heard', 'category=counselling']]
	},
	{
		kind: 'illness',
		query: '声が聞こえること 誰にも言えない',
		fits: [['need=health', 'category=medical', 'need=be-heard']]
	},
	{ kind: 'illness', query: '通院やめて一年たった', fits: [['need=health', 'category=medical']] },
	{
		kind: 'illness',
		query: '歯がぼろぼろで人に会えない',
		fits: [['text=歯', 'need=health', 'category=visiting-care']]
	},
	{
		kind: 'illness',
		query: 'ADHD 部屋がぐちゃぐちゃ',
		fits: [['need=health', 'need=daily-help', 'text=片づけ']]
	},
	{
		kind: 'illness',
		query: '体がだるくてトイレ以外起きられません',
		fits: [['need=health', 'category=medical', 'ease=comes-to-you', 'need=daily-help']]
	},

	// living
	{
		kind: 'living',
		query: 'ご飯が作れない',
		fits: [['category=meals', 'need=daily-help', 'category=daily-life']]
	},
	{
		kind: 'living',
		query: 'ゴミ屋敷になってしまった',
		fits: [['text=片づけ', 'need=daily-help', 'category=daily-life', 'text=ごみ']]
	},
	{
		kind: 'living',
		query: '風呂キャン 立て直したい',
		fits: [['need=daily-help', 'category=daily-life', 'need=health']]
	},
	{
		kind: 'living',
		query: '一人で暮らせるか試したい',
		fits: [
			['text=ひとり暮らし', 'need=place-to-live', 'category=housing', 'category=life-training']
		]
	},
	{ kind: 'living', query: '実家を出たい', fits: [['category=housing', 'need=place-to-live']] },
	{
		kind: 'living',
		query: '保証人なし アパート',
		fits: [['category=housing', 'need=place-to-live']]
	},
	{
		kind: 'living',
		query: '皿洗いや洗濯をいっしょにやってくれる人',
		fits: [['need=daily-help', 'category=daily-life']]
	},
	{
		kind: 'living',
		query: '市役所についてきてほしい',
		fits: [['ease=accompany', 'need=money-matters', 'category=self-reliance', 'text=同行']]
	},
	{ kind: 'living', query: '分数からやり直し', fits: [['need=learn', 'category=learning']] },
	{
		kind: 'living',
		query: 'こうにん とりたい',
		fits: [['text=高卒認定', 'category=correspondence', 'need=learn']]
	},
	{
		kind: 'living',
		query: '通わなくていい高校を母が調べています',
		fits: [['category=correspondence', 'category=learning', 'text=通信制']]
	},
	{
		kind: 'living',
		query: '大人で漢字が読めないの恥ずかしい',
		fits: [['need=learn', 'category=learning']]
	},
	{
		kind: 'living',
		query: '晩ごはん ひとりで食べてもいい',
		fits: [['category=meals', 'text=夕ごはん', 'text=食べる']]
	},
	{
		kind: 'living',
		query: '起きる時間がめちゃくちゃ',
		fits: [['category=life-training', 'need=daily-help', 'need=health', 'ease=evening-weekend']]
	},
	{
		kind: 'living',
		query: '世話してくれる人がいて何人かで住む家',
		fits: [['category=group-home', 'category=housing']]
	},
	{
		kind: 'living',
		query: '不動産屋さんで門前払いされた',
		fits: [['category=housing', 'need=place-to-live']]
	},

	// supporter
	{
		kind: 'supporter',
		query: '80代母と50代長男 ヘルパーが気づいた',
		fits: [
			[
				'text=五十代',
				'category=family',
				'category=visiting',
				'ease=comes-to-you',
				'audience=supporter'
			]
		]
	},
	{
		kind: 'supporter',
		query: 'アウトリーチ 玄関先まで',
		fits: [['ease=comes-to-you', 'category=visiting']]
	},
	{
		kind: 'supporter',
		query: '民生委員です 雨戸が閉まったままの気になるお宅があります',
		fits: [['audience=supporter', 'category=consultation', 'category=visiting']]
	},
	{
		kind: 'supporter',
		query: '担任 欠席が続く生徒のつなぎ先',
		fits: [
			[
				'category=free-school',
				'category=ibasho-youth',
				'category=learning',
				'text=思春期',
				'audience=supporter'
			]
		]
	},
	{
		kind: 'supporter',
		query: '名前を伏せてケース相談',
		fits: [
			['category=consultation', 'audience=supporter'],
			['ease=anonymous', 'audience=supporter']
		]
	},
	{
		kind: 'supporter',
		query: '面談拒否が続く方 まずご家族から',
		fits: [['ease=family-alone', 'category=family', 'category=visiting', 'need=family-trouble']]
	},
	{ kind: 'supporter', query: '手帳未取得でも使える社会資源', fits: [['ease=no-diagnosis']] },
	{
		kind: 'supporter',
		query: '包括より 同居の息子さん無職',
		fits: [
			['category=consultation', 'audience=supporter', 'category=family', 'need=family-trouble']
		]
	},
	{
		kind: 'supporter',
		query: '退院後の日中活動先',
		fits: [
			[
				'category=day-care',
				'category=life-training',
				'category=ibasho',
				'category=continuous-work',
				'category=employment-transition'
			]
		]
	},
	{
		kind: 'supporter',
		query: '受診に同行してもらえる機関',
		fits: [
			['ease=accompany', 'ease=comes-to-you', 'text=同行'],
			['category=medical', 'category=consultation', 'need=health']
		]
	},
	{
		kind: 'supporter',
		query: '車いすの利用者と参加できる会場',
		fits: [['accessibility=step-free', 'accessibility=accessible-toilet', 'accessibility=lift']]
	},
	{
		kind: 'supporter',
		query: '今夜泊まれる先 女性 緊急',
		fits: [
			['category=women', 'gender=women'],
			['need=place-to-live', 'category=housing', 'text=泊ま']
		]
	},
	{
		kind: 'supporter',
		query: '外国ルーツの若者 日本語が少しだけ',
		fits: [
			[
				'language=ja-easy',
				'language=interpreter',
				'language=en',
				'language=pt',
				'language=vi',
				'language=tl',
				'language=zh'
			]
		]
	},
	{
		kind: 'supporter',
		query: 'ろうの方 手話ができる職員',
		fits: [['language=jsl', 'accessibility=writing', 'accessibility=hearing-loop']]
	},
	{
		kind: 'supporter',
		query: '鹿児島市 単身の方へ定期訪問する事業所',
		fits: [['municipality=鹿児島市'], ['category=independent-living']],
		scope: 'real'
	},
	{
		kind: 'supporter',
		query: '野々市市 地域包括支援センター 連絡先',
		fits: [['municipality=野々市市'], ['text=地域包括支援センター']],
		scope: 'real'
	}
];
