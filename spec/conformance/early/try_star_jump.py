# /// gradus
# id = "early.try-star-jump"
# rules = ["early.try.star-jump"]
# python = "==3.13.*"
# expect = "early error"
# ///
for x in y:
  try: pass
  except* A:
    break
