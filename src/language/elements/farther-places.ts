/** Counties and districts of Fujian that are farther from Xiamen than `COUNTIES_AROUND`. */
export const FUJIAN_COUNTIES =
  '福清|长乐|闽侯|连江|罗源|永泰|闽清|平潭|仙游|秀屿|涵江|荔城|丰泽|沙县|永安市|邵武|武夷山|建瓯|建阳|浦城|光泽|长汀|上杭|武平|连城|漳平|新罗区|永定区|福安|福鼎|霞浦|古田|屏南|寿宁|柘荣|平和县|东山县|角美'

/** Prefectures that `OTHER_PLACES` leaves out, and counties and districts that people name without their city, as the source of a pattern. */
const CHINA =
  '邯郸|秦皇岛|邢台|张家口|承德|沧州|廊坊|衡水|雄安|大同|阳泉|长治|晋城|朔州|晋中|运城|忻州|临汾|吕梁|赤峰|通辽|鄂尔多斯|呼伦贝尔|鞍山|抚顺|本溪|丹东|锦州|营口|阜新|盘锦|铁岭|葫芦岛|' +
  '四平|辽源|通化|延边|齐齐哈尔|鸡西|鹤岗|大庆|伊春|佳木斯|牡丹江|绥化|连云港|淮安|盐城|扬州|镇江|泰州|宿迁|昆山|江阴|张家港|湖州|衢州|舟山|丽水|义乌|慈溪|余姚|乐清|蚌埠|淮南|马鞍山|淮北|铜陵|安庆|黄山市|' +
  '滁州|阜阳|宿州|六安|亳州|池州|宣城|景德镇|萍乡|九江|新余|鹰潭|吉安|宜春|抚州|于都|淄博|枣庄|东营|济宁|泰安|威海|日照|德州|聊城|滨州|菏泽|开封|平顶山|安阳|鹤壁|新乡|焦作|濮阳|许昌|漯河|三门峡|南阳|商丘|信阳|' +
  '周口|驻马店|黄石|十堰|鄂州|荆门|孝感|荆州|黄冈|咸宁|随州|恩施|湘潭|邵阳|岳阳|常德|张家界|益阳|郴州|永州|怀化|娄底|湘西|韶关|江门|湛江|茂名|肇庆|梅州|汕尾|河源|阳江|清远|潮州|云浮|梧州|北海|防城港|钦州|' +
  '贵港|玉林|百色|贺州|河池|崇左|三沙|儋州|自贡|攀枝花|泸州|德阳|广元|遂宁|内江|乐山|南充|眉山|宜宾|广安|达州|雅安|巴中|资阳|凉山|甘孜|六盘水|安顺|毕节|铜仁|曲靖|玉溪|保山|昭通|丽江|普洱|临沧|大理|西双版纳|' +
  '德宏|日喀则|林芝|铜川|宝鸡|咸阳|渭南|延安|汉中|榆林|安康|商洛|嘉峪关|天水|武威|张掖|平凉|酒泉|庆阳|定西|陇南|石嘴山|吴忠|固原|克拉玛依|吐鲁番|喀什|伊犁|阿克苏|浦东|嘉定|闵行|松江区|海淀|昌平|通州区|福田区?|' +
  '宝安|龙岗|南山区|天河区|番禺|南海区|顺德|横琴|大亚湾|萧山|余杭|滨江区|' +
  `${FUJIAN_COUNTIES}|` +
  '帝都|魔都'

const BEYOND =
  '香港|澳门|台北|新北|桃园|台中|台南|高雄|新竹|基隆|嘉义|彰化|花莲|台东|屏东|宜兰|澎湖|金门|马祖|日本|韩国|朝鲜|蒙古|新加坡|马来西亚|印尼|泰国|越南|缅甸|柬埔寨|老挝|菲律宾|印度|巴基斯坦|阿联酋|迪拜|沙特|土耳其|' +
  '以色列|埃及|南非|尼日利亚|肯尼亚|俄罗斯|乌克兰|德国|法国|英国|爱尔兰|意大利|西班牙|葡萄牙|荷兰|比利时|瑞士|瑞典|挪威|丹麦|芬兰|希腊|波兰|匈牙利|美国|加拿大|墨西哥|巴西|阿根廷|智利|澳洲|澳大利亚|新西兰|' +
  '东京|大阪|京都|名古屋|首尔|釜山|曼谷|胡志明|河内|马尼拉|吉隆坡|雅加达|孟买|莫斯科|柏林|慕尼黑|巴黎|伦敦|曼彻斯特|罗马|米兰|马德里|纽约|洛杉矶|旧金山|加州|芝加哥|波士顿|西雅图|多伦多|温哥华|悉尼|墨尔本|奥克兰'

const ENGLISH =
  "beijing|shanghai|pudong|guangzhou|shenzhen|hangzhou|chengdu|wuhan|nanjing|fuzhou|quanzhou|zhangzhou|tianjin|chongqing|suzhou|xi'?an|qingdao|dalian|hong kong|macau|macao|taipei|kaohsiung|tokyo|osaka|seoul|singapore|bangkok|manila|jakarta|" +
  'kuala lumpur|hanoi|dubai|moscow|berlin|munich|paris|london|manchester|madrid|rome|milan|amsterdam|new york|los angeles|san francisco|chicago|boston|seattle|california|texas|florida|toronto|ontario|vancouver|sydney|melbourne|auckland|' +
  'japan|korea|thailand|vietnam|malaysia|indonesia|philippines|india|russia|germany|france|italy|spain|england|britain|canada|australia|new zealand|brazil|mexico|the (?:uk|us|usa|states|netherlands)'

/** Places farther off or smaller than `OTHER_PLACES`, in Chinese and in lower-case English, as the source of a pattern. */
export const FARTHER_PLACES = `${CHINA}|${BEYOND}|\\b(?:${ENGLISH})\\b`
