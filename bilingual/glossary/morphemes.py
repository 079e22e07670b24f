"""Parts of Japanese captions and the English words they become.

A table of facts: left the Japanese morpheme, right its English renderings, parted by ``|``. It lets captions
that no glossary holds be compared part by part (その他 + 流動資産, 売上 + 原価).
"""

from __future__ import annotations

TABLE = """
売上	sales|revenue
収益	revenue|income
収入	revenue|income|proceeds|receipts
支出	payments|expenditure|purchase|paid
費用	expenses|costs
費	expenses|cost
原価	cost
利益	profit|income|gain|earnings
損失	loss
損益	profit or loss|income|loss
損	loss
益	gain
当期	net|current|for the period
純	net
営業	operating|business
営業外	non-operating
経常	ordinary|recurring
特別	extraordinary|special
税引前	before tax|before income taxes
税	tax
法人税	income tax|corporate tax
住民税	inhabitant tax
事業税	enterprise tax|business tax
調整額	adjustments|deferred
調整	adjustment|reconciliation|adjustments
資産	assets
負債	liabilities
純資産	net assets
資本	capital|equity|shareholders' equity
資本金	common stock|capital stock|share capital
剰余金	surplus|retained earnings
準備金	reserve
引当金	provision|allowance|reserve
流動	current
固定	non-current|fixed|noncurrent
有形	tangible|property
無形	intangible
短期	short-term
長期	long-term
一年以内	current portion
借入金	borrowings|loans payable|loans|debt
借入	borrowings
社債	bonds
転換社債	convertible notes|convertible bonds
買掛金	accounts payable|payables
売掛金	accounts receivable|receivables
未払	accrued|payable
未払金	accounts payable - other|other payables|accounts payable
未収	accrued|receivable
前払	prepaid
前受	advances received|deferred
仮払	suspense
受取	receivable|received
支払	paid|payable|payment
手形	notes
現金	cash
現金同等物	cash equivalents
預金	deposits
貸付	advances|loans|lending
貸付金	loans receivable|loans
貸倒	doubtful|bad debt
有価証券	securities
投資	investment|investments|investing
出資	investment|capital contribution
株式	shares|stock
普通株式	common stock|ordinary shares
自己株式	treasury stock|treasury shares
株主	shareholder|shareholders
少数株主	minority
持分	interest|equity
持分法	equity method|equity in
支配	controlling
非支配	non-controlling
親会社	parent
子会社	subsidiary|subsidiaries
関連会社	affiliated companies|affiliates|associates|equity method investees
関係会社	affiliated companies|subsidiaries and associates
帰属	attributable
棚卸	inventory|inventories
商品	merchandise|products
製品	products|finished goods
仕掛品	work in process
原材料	raw materials
貯蔵品	supplies
建物	buildings
構築物	structures
機械	machinery
装置	equipment
設備	equipment|facilities|capital
土地	land
リース	lease|leases
債務	obligations|liabilities|payables
債権	receivables
債	bonds
敷金	deposits|guarantee deposits|leasehold deposits
保証金	guarantee deposits|deposits
繰延	deferred
退職給付	retirement benefit|retirement and pension|pension
賞与	bonuses|bonus
役員	directors|officers|executives
従業員	employees
減価償却	depreciation
償却	amortization|depreciation
償却前	before depreciation
減損	impairment
評価	valuation
評価損	write-down|impairment loss|loss on valuation
評価差額	valuation difference|unrealized gain|comprehensive income
差額	difference
換算	translation|exchange
為替	exchange|foreign exchange|foreign currency
為替差損	foreign exchange loss
差損	loss
差益	gain
売却	sale|sales|disposal|redemption
売却益	gain on sale
取得	purchase|acquisition|payments for
発行	issuance|issued
返済	repayment|repayments|payments
償還	redemption
回収	collection|recovery
預入	deposits|payments into
払戻	withdrawal|proceeds from withdrawal
払込	payment|paid-in
配当	dividend|dividends
配当金	dividends|cash dividends
増加	increase
減少	decrease
増減	increase decrease|change|net increase
増減額	increase decrease|change
純増	net increase
純減	net decrease
純額	net
期首	beginning
期末	end|ending|year-end
期首残高	beginning of period|beginning balance
期末残高	end of period|ending balance
残高	balance|outstanding balance
期中	during the period
平均	average|weighted average
発行済	issued|outstanding
総数	total number|number
株式数	number of shares
株式総数	number of shares
総額	total|gross
合計	total
小計	subtotal
計	total
総	total|gross
その他	other|others
等	etc
一株	per share
一株あたり	per share
一株当たり	per share
単位	unit|equivalent
米国預託証券	ads|american depositary
営業活動	operating activities
投資活動	investing activities
財務活動	financing activities
活動	activities
キャッシュフロー	cash flows|cash
包括	comprehensive
累計額	accumulated
累計	accumulated|cumulative
欠損金	deficit|accumulated deficit
利益剰余金	retained earnings
販売	sales|selling
販売費	selling|sales and marketing|selling expenses
一般管理費	general and administrative|administrative expenses
管理	management|administrative
研究開発	research and development|r&d
研究	research
開発	development
広告宣伝	advertising
人件費	personnel expenses|labor costs
給料	salaries
機器	equipment
サービス	service|services
接続	access|connectivity|connection
専用線	dedicated|leased line
ダイヤルアップ	dial-up|dialup
付加価値	value-added
データセンタ	datacenter|data center
データセンター	datacenter|data center
インターネット	internet
システム	system|systems
インテグレーション	integration
ネットワーク	network
構築	construction|systems construction
運用	operation|operating
保守	maintenance
契約	contract|contracts
契約数	number of contracts|contracts
帯域	bandwidth
国際	international
国内	domestic|japan
海外	overseas|foreign|international
国	national|country
日本	japan
米州	americas
北米	north america
欧州	europe
アジア	asia
中国	china
外部	external|outside
顧客	customers
内部	internal|intersegment
売上高	net sales|sales|revenue|revenues
事業	business|segment
部門	division|segment
セグメント	segment
個人	individual|individuals|consumer
法人	corporate
新規	new
増	increase
減	decrease
率	ratio|rate|margin
比率	ratio
比	ratio
割合	percentage|ratio
内訳	breakdown
概要	overview|summary
要約	summary
見込み	outlook|forecast|anticipated|expected
見通し	outlook|forecast
予想	forecast
計画	plan
実績	results|actual
業績	results|performance|financial performance
決算	results|financial results
統計	statistics
統計値	statistics
連結	consolidated
単体	non-consolidated
貸借対照表	balance sheet|balance sheets
損益計算書	statement of income|statements of operations|income statement
キャッシュフロー計算書	statement of cash flows|statements of cash flows
四半期	quarterly|quarter|condensed
米国会計基準	u.s. gaap
排出量	emissions
排出	emission
温室効果ガス	greenhouse gas|ghg
二酸化炭素	co2|carbon dioxide
エネルギー	energy
使用量	consumption|use|usage
消費量	consumption
電力	electricity|electric power|power
燃料	fuel|fuels
水	water
取水量	water withdrawal|water intake
排水量	wastewater|water discharge
廃棄物	waste
再生可能	renewable
再資源化	recycling|recycled
リサイクル	recycling|recycled
最終処分量	final disposal|landfill
女性	women|female
男性	men|male
管理職	managers|management|managerial|management positions
取締役	directors
監査役	auditors|audit & supervisory board members
独立社外	independent outside|outside
社外	outside|external
障がい者	people with disabilities|disabled
障害者	people with disabilities|disabled
雇用	employment
育児休業	childcare leave|parental leave
有給休暇	paid leave
取得率	acquisition rate|uptake|utilization rate|rate
離職	turnover
離職率	turnover rate
勤続年数	years of service|length of service
年齢	age
労働災害	occupational accident|lost-time injury|lost time
度数率	frequency rate
強度率	severity rate
研修	training|seminar
時間	hours|time
人数	number|number of people
数	number
員数	number
店舗	stores
拠点	sites|locations
海外売上	overseas sales
第一	first
第二	second
第三	third
第四	fourth
非流動	non-current|noncurrent
非	non
未収入金	accounts receivable - other|other receivables
前払費用	prepaid expenses
前受金	advances received|contract liabilities|deferred revenue
前受収益	unearned revenue|deferred income
仮受金	suspense receipt|suspense receipts
預り金	deposits received
利息	interest
金利	interest rate|interest
受取利息	interest income
支払利息	interest expense|interest expenses
支払手数料	commission expenses|commissions paid|fees paid
手数料	commission|fee|fees and commissions|fees
受取額	received
支払額	paid|payments
還付額	refund|refunded
還付	refund
預託	deposit
信託	trust
報酬	compensation|remuneration|fees
株式報酬	share-based payment|share-based compensation|stock-based compensation
役員報酬	executive compensation|directors' compensation
給与	salaries|wages|salary
賃金	wages|pay|wage
賞与引当金	provision for bonuses|accrued bonuses
のれん	goodwill
ソフトウエア	software
商標	trademarks
特許	patent|patents
権	right|rights
使用権	right-of-use|right of use
使用権資産	right-of-use assets
新株予約権	share acquisition rights|stock acquisition rights|subscription rights to shares
新株	new shares
建設仮勘定	construction in progress
仮勘定	suspense account|in progress
工具	tools
器具	furniture|fixtures
備品	fixtures|equipment
運搬具	vehicles
車両	vehicles
船舶	vessels|ships
航空機	aircraft
什器	furniture|fixtures
不動産	real estate|property
投資不動産	investment property
電子記録	electronically recorded
電子記録債権	electronically recorded monetary claims - operating|electronically recorded receivables
電子記録債務	electronically recorded obligations - operating
売上債権	trade receivables|notes and accounts receivable - trade
仕入債務	trade payables|notes and accounts payable - trade
営業債権	trade receivables|trade
営業債務	trade payables|trade
仕入	purchase|purchases
金融	financial|finance
金融資産	financial assets
金融負債	financial liabilities
金融収益	finance income|financial income
金融費用	finance costs|finance expenses|financial expenses
契約資産	contract assets
契約負債	contract liabilities
返金負債	refund liabilities
引当	provision
有利子負債	interest-bearing debt|interest bearing liabilities
純有利子負債	net interest-bearing debt
資産除去債務	asset retirement obligations
退職給付に係る	retirement benefit|defined benefit|net defined benefit
確定給付	defined benefit
再測定	remeasurements|remeasurement
制度	plans|plan|system
1年内返済予定	current portion
1年内償還予定	current portion
1年内	current portion|within one year|due within one year
返済予定	scheduled repayment
税金等調整前	before income taxes|before tax
税引後	after tax
所得税	income tax
法人所得税	income tax|income taxes
法人所得税費用	income tax expense|income taxes
消費税	consumption tax|consumption taxes
繰延税金	deferred tax
税金	taxes|tax
調整前	before adjustment
調整後	adjusted|after adjustment
四半期純利益	profit|net income|quarterly net income
中間純利益	profit|net income|interim net income
当期純利益	profit|net income|profit for the year
当期利益	profit|profit for the year|profit for the period|net income
当期首	beginning of period|beginning
当期末	end of period|end
前期	previous fiscal year|previous period|previous year
前年同期	same period of previous year|year on year
前年	previous year|year on year
次期	next fiscal year|next period
通期	full year|fiscal year
上期	first half
下期	second half
中間	interim|half|six months
年間	annual
月間	monthly
月平均	monthly average|average monthly
変動	change|changes|fluctuation
変動額	changes|change
変更	change|changes
影響額	effect|effects|impact
累積的	cumulative
会計方針	accounting policies|accounting principles
会計	accounting
見積	estimate|estimates
反映した	reflecting|restated
遡及	retrospective|restated
修正	revised|restated|adjusted|correction
剰余金の配当	dividends of surplus|cash dividends
消却	cancellation|retirement
処分	disposal|sale
除却	retirement|disposal
除却損	loss on retirement|loss on disposal
除売却損	loss on sale and retirement|loss on disposal
売却損	loss on sale|loss on sales
売却による収入	proceeds from sale|proceeds from sales
取得による支出	purchase|payments for purchase|payments for acquisition|acquisition
発行による収入	proceeds from issuance
返済による支出	repayments|repayment
償還による支出	redemption|payments for redemption
預入による支出	payments into
払戻による収入	proceeds from withdrawal
回収による収入	proceeds from collection|collection
差入による支出	payments for|payments of|payments
貸付による支出	loan advances|payments of loans receivable|payments for loans
借入による収入	proceeds from
払込による収入	proceeds from
収入額	proceeds
連結の範囲	scope of consolidation
連結範囲	scope of consolidation
範囲	scope
伴う	resulting in|accompanied
純増減額	net increase decrease|net change
純増減	net increase decrease|net change
戻入	reversal
戻入益	reversal|gain on reversal
繰入	provision
繰入額	provision
補助金	subsidy|subsidies|grant
助成金	subsidy|subsidies
保険	insurance
保険金	insurance claim|insurance proceeds
賃貸	rental|rent|lease
賃借料	rent expenses|rent
地代家賃	rent|rent expenses|land and housing rental
家賃	rent
雑	miscellaneous
災害	disaster|accident
構造改革	restructuring|structural reform|business restructuring
事業構造改善	business structure improvement|restructuring
段階取得	step acquisition|step acquisitions
負ののれん	negative goodwill
関係会社株式	shares of subsidiaries and associates
子会社株式	shares of subsidiaries
在外営業活動体	foreign operations
在外	foreign
換算差額	translation|exchange differences on translation|exchange differences
換算調整勘定	translation adjustment|translation adjustments
為替換算調整勘定	foreign currency translation adjustment|foreign currency translation adjustments
ヘッジ	hedge|hedges
公正価値	fair value
資本性金融商品	equity instruments|equity instrument
純損益に振り替えられることのない	will not be reclassified to profit or loss
純損益に振り替えられる可能性のある	may be reclassified subsequently to profit or loss
純損益	profit or loss
振替	transfer|reclassification|reclassified
項目	items
継続事業	continuing operations
非継続事業	discontinued operations
売却目的で保有する	held for sale|classified as held for sale
基本的	basic
希薄化後	diluted
潜在株式調整後	diluted
1株当り	per share|earnings per share
1人当り	per employee|per person|per capita
当り	per
自己資本	equity|shareholders' equity
自己資本比率	equity ratio|equity-to-asset ratio
総資産	total assets
所有者	owners
親会社の所有者	owners of parent|owners of the parent
親会社株主	owners of parent|shareholders of parent
非支配持分	non-controlling interests
非支配株主	non-controlling interests
新規契約	new contracts
受注	orders|orders received
受注高	orders received
受注残高	order backlog|backlog
受注残	order backlog|backlog
生産	production
生産高	production
出荷	shipments
販売数量	sales volume
数量	volume|quantity
単価	unit price|price
台数	units|number of units|unit sales
価格	price
前回	previous|previously
今回	revised|current|this
発表	announced|announcement
発表予想	announced forecast|announced forecasts
参考	reference
自動車	automotive|automobile|automobiles|vehicle
産業機械	industrial machinery
産業	industrial|industry
工業	industrial
電子	electronic|electronics
電子部品	electronic components|electronic devices
部品	parts|components
電機	electric|electrical
電気	electric|electrical|electricity
化学	chemical|chemicals
化学品	chemicals|chemical products
素材	materials
材料	materials
樹脂	resin|resins|plastics
繊維	textile|textiles|fiber
鉄鋼	steel|iron and steel
鋼	steel
非鉄金属	nonferrous metals
金属	metal|metals
建設機械	construction machinery
建設	construction
建築	building|construction|architecture
土木	civil engineering
住宅	housing|residential|homes
半導体	semiconductor|semiconductors
医療	medical|healthcare
医療機器	medical equipment|medical devices
医薬品	pharmaceuticals|pharmaceutical
医薬	pharmaceutical
健康	health
食品	food|foods
飲料	beverage|beverages
酒類	alcoholic beverages|liquor
物流	logistics|distribution
運輸	transportation
輸送	transportation|transport
鉄道	railway
航空	air|aviation|aerospace
海運	shipping|marine transportation
流通	distribution|retail
小売	retail
卸売	wholesale
外食	restaurant|food service
旅行	travel
情報	information
情報通信	information and communication|ict|telecommunications
通信	communication|communications|telecommunications|telecom
放送	broadcasting|media
出版	publishing
印刷	printing
教育	education|educational
人材	human resources|staffing
派遣	temporary staffing|dispatch
証券	securities
銀行	bank|banking
保険料	premiums|insurance premiums
貸出金	loans|loans and bills discounted
譲渡性預金	negotiable certificates of deposit
買入手形	bills bought
コールローン	call loans
役務取引等	fees and commissions
役務	services
資金運用	interest|fund management
信託報酬	trust fees
責任準備金	policy reserves
支払備金	reserve for outstanding losses and claims|outstanding claims
備金	reserve
農業	agriculture
環境	environment|environmental
社会	social|society
社会貢献	social contribution|community contribution
企業統治	corporate governance
原単位	intensity|per unit
二酸化炭素排出量	co2 emissions
大気	air|atmospheric
化学物質	chemical substance|chemical substances|chemicals
有害	hazardous
有害廃棄物	hazardous waste
産業廃棄物	industrial waste
埋立	landfill
排水	wastewater|effluent|drainage
上水	tap water|city water
地下水	groundwater
工業用水	industrial water
都市ガス	city gas
ガス	gas
重油	heavy oil|fuel oil
軽油	diesel|light oil
購入電力	purchased electricity
太陽光発電	solar power|solar power generation
発電	power generation
再生可能エネルギー	renewable energy
直接	direct
間接	indirect
総量	total amount|total
量	amount|volume
額	amount
新卒	new graduate|new graduates
採用	hires|hired|recruitment|recruiting|hiring
採用者数	hires|number of hires|hired|new hires
採用者	hires|recruits
採用費	recruiting expenses|recruitment expenses
中途	mid-career
中途採用	mid-career hires|mid-career recruitment
キャリア採用	mid-career hires|mid-career recruitment|career hires
キャリア	career|mid-career
退職	retirement|resignation
退職者	retirees|leavers
自己都合	voluntary
定年	retirement
再雇用	re-employment|rehired
正社員	full-time employees|regular employees|permanent employees
非正規	non-regular
契約社員	contract employees
臨時	temporary
社員	employees
社員数	number of employees
従業員数	number of employees|employees
障がい者雇用率	employment rate of people with disabilities|employment rate of persons with disabilities
介護休業	nursing care leave|family care leave
休業	leave
休暇	leave|vacation
残業時間	overtime hours|overtime
残業	overtime
所定外労働	overtime
労働時間	working hours
労働	labor|work|working
労災	occupational accidents|work-related accidents
死亡	fatal|fatality|fatalities|death
死亡者数	fatalities|number of fatalities
災害件数	accidents|number of accidents
休業災害	lost-time accidents|lost-time injuries
件数	number|cases|number of cases
者数	number
回数	number|number of times|frequency|meetings
開催回数	number of meetings|meetings held|meetings
社数	number of companies|companies
店舗数	number of stores|stores
拠点数	number of sites|number of locations
差異	gap|difference|differential
格差	gap|difference
男女	gender|men and women
賃金の差異	pay gap|wage gap|wage difference
賃金差異	pay gap|wage gap|wage difference
女性管理職	female managers|women in management|women in managerial positions|women managers
役職者	managers|supervisors
部長	general manager|general managers|department manager
課長	manager|managers|section manager
係長	assistant manager|chief
執行役員	executive officers|corporate officers
監査等委員	audit and supervisory committee members
取締役会	board of directors
監査役会	audit & supervisory board|board of corporate auditors
指名委員会	nomination committee|nominating committee
報酬委員会	compensation committee|remuneration committee
委員会	committee
出席率	attendance rate|attendance
開催	held
独立	independent
内部通報	whistleblowing|internal reporting|whistleblower
通報	reports|reporting
コンプライアンス	compliance
受講	attendance|attended|training
受講率	participation rate|completion rate|attendance rate
満足度	satisfaction
顧客満足度	customer satisfaction
寄付	donation|donations
支出額	expenditure|expenditures|spending
会員	member|members
会員数	number of members|members
利用者数	number of users|users
利用者	users
加入者	subscribers
加入	subscription
解約率	churn rate|cancellation rate
解約	cancellation|churn
契約者	subscribers|contractors
有料	paid|paying
課金	paying|billing
経常収益	recurring revenue|ordinary income|ordinary revenue
向け	for
法人向け	enterprise|corporate|for enterprises|for corporate customers
個人向け	consumer|retail|for individuals|for consumers
一般消費者	consumers
既存	existing|same
既存店	same-store|existing store|existing stores|comparable store
全店	all stores|all-store
新店	new stores
広告	advertising|advertisement
宣伝	advertising|promotion
販売促進	sales promotion
促進	promotion
業務委託	outsourcing|subcontracting
外注	outsourcing|outsourced|subcontract
委託	outsourcing|commissioned
旅費	travel
交通費	transportation
通信費	communication
光熱費	utilities
水道光熱費	utilities
租税公課	taxes and dues
雑収入	miscellaneous income
雑損失	miscellaneous losses
付加	added
付加価値額	value added
国内売上高	domestic sales|sales in japan
海外売上高	overseas sales|international sales
オセアニア	oceania
東南アジア	southeast asia
台湾	taiwan
韓国	korea|south korea
香港	hong kong
英国	united kingdom|uk
米国	united states|u.s.|us|north america
独	germany
仏	france
中南米	latin america|central and south america
中東	middle east
地域	regions|region|areas|area|geographic
全社	corporate|company-wide
消去	elimination|eliminations
報告	reportable|reporting
対前期	year-on-year|compared with previous year
増減率	percentage change|rate of change|change
前年比	year-on-year|yoy
構成比	composition|percentage of total|share
寄与	contribution
影響	effect|impact|influence|effects
要因	factors
財務	financial|financing
財政状態	financial position|financial condition
経営成績	operating results|results of operations
指標	indicators|indices|metrics
主要	major|key|main|principal
経営	management
本社	headquarters|head office
工場	plant|factory|plants
支店	branch|branches
会社	company|companies
株価	share price|stock price
時価総額	market capitalization
株主数	number of shareholders
株主資本	shareholders' equity
配当性向	payout ratio|dividend payout ratio
純資産配当率	dividends on net assets|ratio of dividends to net assets|dividend on equity
期末配当	year-end dividend
中間配当	interim dividend
記念配当	commemorative dividend
フリー	free
レシオ	ratio
ネット	net
コスト	cost|costs
ユーザー	user|users
プロジェクト	project|projects
グループ	group
うち	of which
内	of which
前	before|prior|previous
後	after
現在	as of|current
最大	maximum|max
最小	minimum
最低	minimum
総和	total|sum
予定	planned|scheduled|expected
目標	target|targets
達成率	achievement rate|achievement
進捗率	progress rate|progress
月	month|monthly
年度	fiscal year|fiscal
年	year|annual
日	day
円	yen|jpy
人	persons|people
回	times
音楽	music
映画	pictures|movies|motion pictures|films
映像	video|visual|imaging
動画	video
画像	image|imaging
娯楽	entertainment|amusement
遊技機	amusement machines|pachinko
玩具	toys|toy
書籍	books
雑誌	magazines
新聞	newspaper|newspapers
直営	directly-managed|directly operated|company-owned
直営店	directly-managed store|directly-managed stores|company-owned stores
加盟店	franchised stores|member stores|merchants
店	store|stores|shop
出店	store openings|new stores opened|openings
新規出店	new store openings|new stores opened
閉店	store closures|store closings|closed
退店	store closures|store closings
客	customer|customers
客数	number of customers|customer traffic
客単価	average spend per customer|average spending per customer|sales per customer
来店	visitors|visits
来場者	visitors|attendance
入場者数	number of visitors|attendance
売場	sales floor
面積	area|floor area|floor space
床面積	floor area|floor space
延床面積	total floor area|gross floor area
ec	e-commerce
電子商取引	e-commerce
通販	mail order|online sales
通信販売	mail order|online sales
百貨店	department store|department stores
専門店	specialty store|specialty stores
食料品	food|groceries
衣料品	apparel|clothing
衣料	apparel|clothing
雑貨	general merchandise|sundries
家具	furniture
家電	home appliances|consumer electronics
日用品	daily necessities|household goods
化粧品	cosmetics
農薬	agrochemicals|agricultural chemicals
肥料	fertilizers
塗料	paints|coatings
石油	petroleum|oil
石油化学	petrochemicals|petrochemical
石油製品	petroleum products
基礎	basic|fundamental
基礎化学品	basic chemicals
機能	functional|performance
機能材料	performance materials|functional materials|advanced materials
機能化学品	performance chemicals|functional chemicals|specialty chemicals
高機能	high-performance|advanced
先端	advanced
精密	precision|fine
特殊	special|specialty
合成	synthetic
触媒	catalysts
顔料	pigments
接着剤	adhesives
紙	paper
パルプ	pulp
ガラス	glass
セメント	cement
窯業	ceramics
電線	wires and cables|electric wire
電池	batteries|battery
電源	power supply|power supplies|power source
照明	lighting
空調	air conditioning
冷凍	refrigeration|frozen
油圧	hydraulic
工作機械	machine tools
農業機械	agricultural machinery|farm machinery
産業用	industrial
業務用	commercial|professional|business use
家庭用	household|home|consumer
車載	automotive|in-vehicle
乗用車	passenger cars|passenger vehicles
商用車	commercial vehicles
二輪車	motorcycles|motorcycle
二輪	motorcycle|motorcycles
四輪	automobile|automobiles
部材	materials|components
計測	measurement|measuring|instrumentation
制御	control|controls
検査	inspection|testing
試験	test|testing
分析	analysis|analytical
光学	optical|optics
防衛	defense
宇宙	space|aerospace
鉱山	mining|mine
資源	resources|natural resources
鉱業	mining
原燃料	raw material and fuel|raw materials and fuel
原料	raw material|raw materials
天然ガス	natural gas
原油	crude oil
電気事業	electricity business|electric power business
運輸業	transportation|transportation business
旅客	passenger|passengers
貨物	freight|cargo
定期	commuter passes|regular|periodic
定期外	non-commuter passes|non-commuter
乗車	ridership|passengers
輸送人員	number of passengers|passengers carried
倉庫	warehouse|warehousing|storage
港湾	port|harbor
海上	marine|ocean
陸上	land
宅配	home delivery|parcel delivery
郵便	postal|mail
郵便物	mail
国際線	international flights|international passenger
国内線	domestic flights|domestic passenger
ホテル業	hotels|hotel business
宿泊	accommodation|lodging
客室	guest rooms|rooms
分譲	for-sale|condominium sales|sales of condominiums
戸建	detached houses|single-family homes
戸数	number of units|units
賃貸業	leasing|rental
仲介	brokerage
空室率	vacancy rate
入居率	occupancy rate
施設	facilities|facility
介護	nursing care|elderly care|long-term care
福祉	welfare
病院	hospital|hospitals
薬局	pharmacy|pharmacies
調剤	dispensing
診断	diagnostics|diagnostic
治療	treatment|therapy
臨床	clinical
開発費	development expenses|development costs
学習	learning
塾	cram schools
生徒数	number of students
受講者数	number of participants|number of students|participants
参加者数	number of participants|participants
参加者	participants
参加	participation
人権	human rights
多様性	diversity
健康経営	health and productivity management
優良法人	certified organization|outstanding organization
安全	safety
衛生	health|hygiene
品質	quality
事故	accident|accidents|incidents
事故件数	number of accidents|number of incidents
苦情	complaints
監査	audit|audits
監査件数	number of audits
調達	procurement
取引先	suppliers|business partners
供給	supply
供給者	suppliers
森林	forest|forests
保全	conservation|preservation|maintenance
生物多様性	biodiversity
植林	tree planting|afforestation
漏えい	leakage|leak
漏えい量	leakage
フロン	fluorocarbon|cfc
フロン類	fluorocarbon|fluorocarbons|cfcs
汚染	pollution|contamination
騒音	noise
循環	circular|recycled|circulation
再利用	reuse|reused
再生	recycled|renewable|regeneration
再生材	recycled materials
削減	reduction|reductions
削減量	reduction|amount of reduction
削減率	reduction rate
吸収	absorption|removals
回避	avoidance|avoided
貢献	contribution
貢献量	contribution
自家発電	in-house power generation|self-generated
蒸気	steam
熱	heat
上流	upstream
下流	downstream
輸配送	transportation and distribution
廃棄	disposal|waste
出張	business travel
通勤	commuting
使用	use
加工	processing
保有	held|holding|owned
保有件数	number held|held
特許保有件数	number of patents held|patents held
出願件数	number of applications|applications filed
認証	certification|certified
認証取得	certification
実施率	implementation rate|rate
実施	implementation|conducted|held
在宅勤務	telework|working from home
フレックス	flextime|flexible
勤務	work|working|service
短時間	shortened|short-time|part-time
育休	childcare leave|parental leave
取得日数	days taken|days of leave taken
取得者数	number of employees taking|number of users
日数	days|number of days
復職	return to work
定着率	retention rate
昇進	promotion
登用	promotion|appointment
若手	young
世代	generation|age group
歳	years old|years
未満	under|less than
以上	or more|over
平均給与	average salary
年収	annual salary|annual income
初任給	starting salary
持株会	shareholding association|stock ownership
株式保有	shareholding
議決権	voting rights|voting
情報セキュリティ	information security
個人情報	personal information
漏洩	leakage|leak
不正	fraud|misconduct
違反	violations|violation
法令	laws and regulations|legal
訴訟	litigation|lawsuits
罰金	fines
繰延収益	deferred revenue|deferred income
収受	received
利用料	usage fees|fees
使用料	royalties|usage fees|fees
料金	fees|charges|tariffs
月額	monthly fee|monthly
基本料	basic charges
会費	membership fees
入会金	admission fees
受託	contracted|consigned
請負	contract|contracted
人月	person-months
稼働	operating|operation
外来	outpatient
入院	inpatient
生活	life|lifestyle|living
暮らし	living|life
快適	comfort
都市	urban|city
地方	regional|local
公共	public
官公庁	government agencies|public sector
民間	private|private sector
製造	manufacturing|production
製造業	manufacturing
非製造業	non-manufacturing
商社	trading
卸	wholesale
直販	direct sales
代理店	agency|agencies|distributors
保守料	maintenance fees|maintenance
導入	introduction|implementation|installation
納入	delivery|delivered
据付	installation
点検	inspection
改修	renovation|repair
新築	new construction|newly built
工事	construction|construction contracts
工事高	construction
完成工事	completed construction contracts|completed construction
手持工事高	construction backlog
受託開発	contracted development
差	difference|variance|effect
数量差	volume effect|volume variance
価格差	price effect|price variance
為替影響	foreign exchange effect|foreign exchange impact|impact of foreign exchange
市況	market conditions|market
新製品	new products
新規事業	new businesses|new business
既存事業	existing businesses|existing business
主力	core|mainstay
戦略	strategic|strategy
成長	growth
投資額	investment|amount of investment
融資	loans|financing
預かり資産	assets under custody|client assets
運用資産	assets under management
運用資産残高	assets under management
純流入	net inflow|net inflows
口座数	number of accounts|accounts
取扱高	transaction volume|transaction value|gross merchandise value
流通総額	gross merchandise value|gross merchandise volume
決済	settlement|payment
与信	credit
信用	credit
延滞	delinquency|overdue|past due
不良債権	non-performing loans
国債	government bonds|national government bonds
地方債	local government bonds
外国	foreign
債券	bonds|debt securities
劣後	subordinated
優先	preferred|preference
優先株式	preferred shares|preferred stock
配当財産	dividend property
権利	rights
行使	exercise
付与	granted|grant
失効	forfeited|expired
満期	maturity
保有目的	holding purpose
売買目的	trading
満期保有目的	held-to-maturity
時価	fair value|market value
簿価	book value|carrying amount
実効税率	effective tax rate|effective income tax rate
法定実効税率	statutory tax rate|statutory effective tax rate
税率	tax rate
永久差異	permanent differences
一時差異	temporary differences
評価性引当額	valuation allowance
住民税均等割	inhabitant tax on per capita basis|per capita inhabitant tax
繰越欠損金	tax loss carryforwards|loss carryforwards
未実現利益	unrealized profit|unrealized gains
勤務費用	service cost|service costs
利息費用	interest cost|interest expense
期待運用収益	expected return on plan assets
数理計算上の差異	actuarial gains and losses|actuarial differences
過去勤務費用	prior service cost|past service cost
年金資産	plan assets|pension assets
退職給付債務	retirement benefit obligations|defined benefit obligations
割引率	discount rate
使用見込期間	estimated useful life|expected period of use
耐用年数	useful life|useful lives
"""


def morpheme_table() -> dict[str, tuple[str, ...]]:
    """Japanese morpheme to its English renderings."""
    rows = (line.split("\t") for line in TABLE.strip().splitlines())
    return {japanese: tuple(english.split("|")) for japanese, english in rows}
