def walk(judgement): pass
