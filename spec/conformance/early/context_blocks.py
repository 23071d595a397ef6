# /// gradus
# id = "early.context-blocks"
# rules = ["early.context.blocks"]
# python = "==3.13.*"
# expect = "early error"
# ///
for x in y:
  for x in y:
    for x in y:
      for x in y:
        for x in y:
          for x in y:
            for x in y:
              for x in y:
                for x in y:
                  for x in y:
                    for x in y:
                      for x in y:
                        for x in y:
                          for x in y:
                            for x in y:
                              for x in y:
                                for x in y:
                                  for x in y:
                                    for x in y:
                                      for x in y:
                                        for x in y:
                                          for x in y:
                                            pass
