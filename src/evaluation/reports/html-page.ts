/** How the page looks. */
export const STYLE = `
:root{--ink:#1b1b1b;--soft:#5a5f66;--line:#d5d9de;--good:#1a7f37;--bad:#b3261e;--warn:#8a5300;--blue:#0b3d91}
*{box-sizing:border-box}body{font:16px/1.65 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;margin:0 auto;max-width:72rem;padding:1rem 1.25rem 4rem;color:var(--ink);background:#fff}
html[data-lang=zh] .en,html[data-lang=en] .zh{display:none}html:not([data-lang]) .en{display:none}
header{display:flex;justify-content:space-between;align-items:baseline;gap:1rem;flex-wrap:wrap}h1{font-size:1.6rem;margin:.5rem 0}h2{font-size:1.25rem;margin:2.2rem 0 .5rem}h3{font-size:1rem;margin:1rem 0 .25rem}
.soft{color:var(--soft);font-size:.875rem}a{color:var(--blue)}.lang label{margin-left:.75rem}
.decision{padding:.9rem 1.1rem;border-left:.4rem solid var(--good);background:#eef8f0;border-radius:.3rem}.decision.bad{border-color:var(--bad);background:#fcefee}.decision.partly{border-color:var(--warn);background:#fdf6e7}.decision strong{font-size:1.1rem}.decision p{margin:.35rem 0 0}.decision ul{margin:.4rem 0 0;padding-left:1.2rem;max-height:16rem;overflow:auto}
table{border-collapse:collapse}th,td{border-bottom:1px solid var(--line);padding:.35rem .75rem;text-align:left;vertical-align:top}td.n{text-align:right;white-space:nowrap}.wide{width:100%}.confusion th,.confusion td{border:1px solid var(--line);font-size:.875rem}
figure{margin:1rem 0}figcaption{font-weight:600}svg{width:100%;max-width:58rem;height:auto;display:block}.grid{stroke:#e6e9ed}.interval{stroke:#8fb8ea;stroke-width:6;stroke-linecap:round}.dot{fill:var(--good)}.dot.miss{fill:var(--blue)}svg text{font-size:13px;fill:var(--ink)}svg .axis{font-size:11px;fill:var(--soft)}svg .count{fill:var(--soft)}
.filters{position:sticky;top:0;background:#fff;border-bottom:1px solid var(--line);padding:.6rem 0;margin:0 0 1rem;display:flex;gap:.6rem 1rem;flex-wrap:wrap;align-items:center;z-index:1}.filters select,.filters input[type=search]{font:inherit;padding:.2rem .4rem;max-width:15rem}
.trial,.source{scroll-margin-top:8rem}details.trial,details.more{border:1px solid var(--line);border-radius:.4rem;margin:.4rem 0;padding:.45rem .8rem}details.more{border:0;padding:0}summary{cursor:pointer}.trial summary .ask{font-weight:600}.badge{display:inline-block;min-width:4.2rem;font-size:.875rem}.pass .badge{color:var(--good)}.fail .badge{color:var(--bad)}.error .badge{color:var(--warn)}.why{color:var(--bad);display:block;margin-left:4.4rem;font-size:.9375rem}.known{color:var(--warn);font-size:.8125rem;border:1px solid;border-radius:1rem;padding:0 .5rem;margin-left:.4rem}
dl{margin:.6rem 0}dt{font-weight:600;margin-top:.5rem}dd{margin:0}.checks{padding-left:1.1rem;margin:.5rem 0}.checks .no{color:var(--bad)}.checks .aside{color:var(--soft)}mark{background:#ffe58a}.source{border-top:1px solid var(--line);padding:.4rem 0;font-size:.9375rem}.source:target{background:#fff8dc}[hidden]{display:none!important}
@media (max-width:40rem){.why{margin-left:0}}
`

/** Language and filters; without script everything is there, in Chinese. */
export const SCRIPT = `
const root=document.documentElement,form=document.querySelector('.filters'),rows=[...document.querySelectorAll('details.trial')],count=form.querySelector('output');
root.dataset.lang='zh';
document.querySelector('.lang').addEventListener('change',(event)=>{root.dataset.lang=event.target.value;root.lang=event.target.value==='en'?'en':'zh-Hans';show()});
function show(){const want={suite:form.suite.value,guide:form.guide.value,kind:form.kind.value},view=form.view.value,words=form.words.value.trim();let n=0;
for(const row of rows){const d=row.dataset,ok=d.view.split(' ').includes(view)&&Object.entries(want).every(([key,value])=>value===''||d[key]===value)&&(words===''||row.textContent.includes(words));row.hidden=!ok;n+=ok}
count.textContent=root.dataset.lang==='en'?n+' of '+rows.length+' shown':'显示 '+n+' 条，共 '+rows.length+' 条'}
addEventListener('hashchange',()=>{const row=document.getElementById(location.hash.slice(1));if(row?.matches('details.trial')){row.hidden=false;row.open=true;row.scrollIntoView()}});
form.addEventListener('submit',(event)=>event.preventDefault());form.addEventListener('input',show);show();
`
