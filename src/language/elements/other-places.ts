/** Cities of Fujian other than Xiamen. */
export const FUJIAN_CITIES = '福州|泉州|漳州|莆田|龙岩|三明|南平|宁德'

/** Provinces and larger cities other than Xiamen, as people name them, as the source of a pattern; 省 and 市 are left out in speech. */
export const OTHER_PLACES =
  '北京|上海|天津|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|江西|山东|河南|湖北|湖南|广东|广西|海南|四川|贵州|云南|西藏|陕西|甘肃|青海|宁夏|新疆|内蒙古|' +
  `${FUJIAN_CITIES}|` +
  '石家庄|唐山|保定|太原|沈阳|大连|长春|哈尔滨|南京|苏州|无锡|常州|南通|徐州|杭州|宁波|温州|嘉兴|绍兴|金华|台州|合肥|芜湖|南昌|赣州|上饶|' +
  '济南|青岛|烟台|潍坊|临沂|郑州|洛阳|武汉|宜昌|襄阳|长沙|株洲|衡阳|广州|深圳|东莞|佛山|珠海|汕头|惠州|中山|揭阳|南宁|柳州|桂林|海口|三亚|成都|绵阳|贵阳|遵义|昆明|拉萨|西安|' +
  '兰州|西宁|银川|乌鲁木齐|呼和浩特|包头'

/** Counties around Xiamen that people name without their city. Source: 统计用区划代码 (National Bureau of Statistics), codes 3505 and 3506. */
export const COUNTIES_AROUND =
  '晋江|石狮|南安|惠安|安溪|永春|德化|泉港|洛江|鲤城|龙海|漳浦|云霄|诏安|长泰|南靖|华安|芗城|龙文'
