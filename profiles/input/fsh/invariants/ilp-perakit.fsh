// Not slices of agent: entity.agent refers to the same content, and @medplum/core reads no slices there.
Invariant: ilp-perakit
Description: "Tepat satu program yang merakit, dengan nama dan versi daftarnya, dan setidaknya satu pencatat."
Severity: #error
Expression: "agent.where(type.coding.where(code = 'assembler').exists() and who.identifier.exists() and who.display.exists()).count() = 1 and agent.where(type.coding.where(code = 'author').exists()).exists()"
* insert InggrisAturan([["Exactly one program that assembled it, with its name and the version of its lists, and at least one who recorded."]])
