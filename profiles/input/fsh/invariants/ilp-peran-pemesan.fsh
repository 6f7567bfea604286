Invariant: ilp-peran-pemesan
Description: "Dosis yang tidak diberikan tidak mempunyai pemberi: pelaksananya berperan OP, yang memutuskan."
Severity: #error
Expression: "function.coding.where(system = 'http://terminology.hl7.org/CodeSystem/v2-0443' and code = 'OP').exists()"
* insert InggrisAturan([["A dose that was not given was given by nobody: its performer has the role OP, who decided."]])
* insert MenyatakanUlangAturan
